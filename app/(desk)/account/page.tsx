import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { serverEnv } from '@/app/serving'
import { saveLookAction } from '@/app/session/look/actions'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { readAccount } from '@/db/accounts/read-account'
import { Nothing } from '@/lib/nothing'
import { lookFields, passwordFields } from './_parts/account-fields'
import { CalendarFeed } from './_parts/calendar-feed'
import { Reminders } from './_parts/reminders'
import { Sessions } from './_parts/sessions'
import { changePasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('account.title') }
}

export default async function AccountPage() {
  const answer = await show(Nothing, readAccount, {})
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { actor, look, form } = standing
  const t = words(look.locale)
  const team = actor.teamName ?? t('frame.noTeam')
  const lead = t('account.lead', { role: label(look.locale, 'roles', actor.role), team })
  return (
    <Desk standing={standing} current="account">
      <Sheet title={t('account.title')} lead={`${actor.name} · ${value.email} · ${lead}`}>
        <Card title={t('account.settings')}>
          <PostForm
            action={saveLookAction}
            id="look"
            form={form('account.look')}
            fields={lookFields(look)}
            submit={t('account.save')}
            locale={look.locale}
            done={t('account.saved')}
          />
        </Card>
        <Card title={t('account.passwordTitle')}>
          <PostForm
            action={changePasswordAction}
            id="password"
            form={form('account.password')}
            fields={passwordFields(look.locale)}
            submit={t('account.change')}
            locale={look.locale}
          />
        </Card>
        {serverEnv().sendsMail && value.reminds !== null && <Reminders reminds={value.reminds} standing={standing} />}
        {value.feed && <CalendarFeed feed={value.feed} standing={standing} />}
        <Sessions sessions={value.sessions} standing={standing} />
      </Sheet>
    </Desk>
  )
}
