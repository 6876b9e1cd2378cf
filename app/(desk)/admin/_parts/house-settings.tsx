import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { Staff } from '@/db/accounts/read-staff'
import { settingValues } from '@/lib/house/forms'
import { setHouseAction } from '../actions'

type Props = { feeds: Staff['feeds']; standing: Standing }

/** What is off for everybody until it is switched on here. */
export function HouseSettings({ feeds, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <Card id="house" title={t('calendar.house')}>
      <PostForm
        action={setHouseAction}
        id="feeds"
        form={form('house.set')}
        hidden={{ name: 'calendar-feeds', version: String(feeds.version) }}
        fields={[
          {
            name: 'value',
            kind: 'choice',
            label: t('calendar.feeds'),
            hint: t('calendar.feedsHint'),
            options: settingValues.map((value) => ({ value, label: t(`calendar.values.${value}`) })),
            value: feeds.value,
            required: true,
          },
        ]}
        submit={t('account.save')}
        locale={look.locale}
      />
    </Card>
  )
}
