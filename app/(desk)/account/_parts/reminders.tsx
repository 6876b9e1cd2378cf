import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { setRemindersAction } from '../actions'

/** Whether e-mail says, once a day at most, that tasks are due. */
export function Reminders({ reminds, standing }: { reminds: boolean; standing: Standing }) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <Card id="reminders" title={t('clock.remindersTitle')}>
      <p className="hint">{t('clock.remindersLead')}</p>
      <PostForm
        action={setRemindersAction}
        id="reminders-set"
        form={form('account.reminders')}
        fields={[{ name: 'reminds', kind: 'check', label: t('clock.reminds'), ...(reminds ? { value: 'on' } : {}) }]}
        submit={t('clock.save')}
        locale={look.locale}
        done={t('clock.saved')}
      />
    </Card>
  )
}
