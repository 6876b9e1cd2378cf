import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { AccountView } from '@/db/accounts/read-account'
import { makeFeedAction, revokeFeedAction } from '../actions'

type Props = { feed: NonNullable<AccountView['feed']>; standing: Standing }

/** The address by which a calendar learns how many tasks are due on a day. */
export function CalendarFeed({ feed, standing }: Props) {
  const { look, form } = standing
  const { locale } = look
  const t = words(locale)
  const { isOn, since } = feed
  return (
    <Card id="calendar" title={t('calendar.title')}>
      <p className="hint">{isOn ? t('calendar.lead') : t('calendar.off')}</p>
      {since && <p>{t('calendar.since', { time: instantText(since, look) })}</p>}
      {isOn && (
        <PostForm
          action={makeFeedAction}
          id="feed"
          form={form('calendar.make')}
          fields={[]}
          submit={since ? t('calendar.again') : t('calendar.make')}
          locale={locale}
          told={t('calendar.told')}
          kind="plain"
        />
      )}
      {since && (
        <PostForm
          action={revokeFeedAction}
          id="feed-end"
          form={form('calendar.revoke')}
          fields={[]}
          submit={t('calendar.revoke')}
          locale={locale}
          kind="danger"
        />
      )}
    </Card>
  )
}
