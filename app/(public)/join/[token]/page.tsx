import type { Metadata } from 'next'
import { visit } from '@/app/door'
import { currentLook } from '@/app/look'
import { serverEnv } from '@/app/serving'
import { setLookAction } from '@/app/session/look/actions'
import { ButtonLink } from '@/app/ui/button'
import { Gate } from '@/app/ui/gate'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { type Invited, readInvitation } from '@/db/accounts/join'
import { Invitation } from '@/lib/accounts/forms'
import type { Locale } from '@/lib/words/locales'
import { joinFields } from './_parts/join-fields'
import { foundAction, foundTeamAction, joinAction } from './actions'

type Props = { params: Promise<{ token: string }> }

/** The title is the same for every link, one that stands and one that does not. */
export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('join.title') }
}

function leadOf({ role: code, name, team }: Invited, locale: Locale): string {
  const t = words(locale)
  const role = label(locale, 'roles', code)
  if (name === null) return t('join.lead', { role })
  return team === null ? t('join.leadNamed', { name, role }) : t('join.leadTeam', { name, team, role })
}

function actionOf({ founding, role }: Invited) {
  if (!founding) return joinAction
  return role === 'coordinator' ? foundTeamAction : foundAction
}

const unspecific = { 'too-many': 'errors.too-many', failed: 'failed.body' } as const

/** Why there is nothing to set up; a used link and one that never was are told alike. */
function reasonOf(code: string, locale: Locale): string {
  const t = words(locale)
  return code === 'too-many' || code === 'failed' ? t(unspecific[code]) : t('join.used')
}

export default async function JoinPage({ params }: Props) {
  const [look, { token }] = await Promise.all([currentLook(), params])
  const { locale } = look
  const t = words(locale)
  const answer = await visit(Invitation, readInvitation, { token })
  const gate = { look, demo: serverEnv().world === 'demo', setLook: setLookAction }
  if (!answer.ok) {
    return (
      <Gate {...gate} title={t('join.stale')} lead={reasonOf(answer.code, locale)}>
        {answer.code === 'failed' && <code>{answer.id}</code>}
        <ButtonLink href="/sign-in">{t('join.back')}</ButtonLink>
      </Gate>
    )
  }
  return (
    <Gate {...gate} title={t('join.title')} lead={leadOf(answer.value, locale)}>
      <PostForm
        action={actionOf(answer.value)}
        id="join"
        form=""
        hidden={{ token }}
        fields={joinFields(answer.value, locale)}
        submit={t('join.submit')}
        locale={locale}
        errors={{ 'not-found': t('join.used') }}
      />
    </Gate>
  )
}
