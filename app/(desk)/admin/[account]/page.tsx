import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { stateText } from '@/app/(desk)/admin/_parts/users'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { Notice } from '@/app/ui/notice'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { readOneStaff } from '@/db/accounts/read-staff'
import { AccountQuery } from '@/lib/accounts/forms'
import { Changes } from './_parts/changes'

type Props = { params: Promise<{ account: string }> }

/** The title names nobody. */
export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('admin.title') }
}

export default async function ManagedAccountPage({ params }: Props) {
  const { account } = await params
  const answer = await show(AccountQuery, readOneStaff, { accountId: account })
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { locale } = standing.look
  const t = words(locale)
  const { person, teams } = value
  return (
    <Desk standing={standing} current="admin">
      <Sheet title={person.name} actions={<ButtonLink href="/admin">{t('admin.back')}</ButtonLink>}>
        <Card title={t('admin.user')}>
          <Definitions
            items={[
              { term: t('admin.email'), value: person.email },
              { term: t('admin.role'), value: label(locale, 'roles', person.role) },
              { term: t('admin.team'), value: teams.find(({ id }) => id === person.teamId)?.name ?? t('admin.noTeam') },
              { term: t('admin.state'), value: stateText(person, locale) },
            ]}
          />
          {person.own && <Notice kind="info">{t('admin.own')}</Notice>}
          {person.state === 'disabled' && <Notice kind="info">{t('admin.stays')}</Notice>}
        </Card>
        {!person.own && person.state !== 'disabled' && <Changes person={person} teams={teams} standing={standing} />}
      </Sheet>
    </Desk>
  )
}
