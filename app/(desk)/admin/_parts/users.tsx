import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { type Column, Table } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { Managed, Staff } from '@/db/accounts/read-staff'
import type { Locale } from '@/lib/words/locales'
import { createAccountAction } from '../actions'
import { inviteFields } from './admin-fields'

type Props = { staff: Staff; standing: Standing }

/** Whether an account works, and if not, whose move it is. */
export function stateText({ state, joined }: Managed, locale: Locale): string {
  const said = label(locale, 'accountStates', state)
  return joined || state === 'disabled' ? said : words(locale)('admin.since', { state: said })
}

function columns(locale: Locale): Column[] {
  const t = words(locale)
  return [
    { key: 'user', label: t('admin.user') },
    { key: 'email', label: t('admin.email'), card: 'off' },
    { key: 'role', label: t('admin.role'), card: 'second' },
    { key: 'team', label: t('admin.team'), card: 'second' },
    { key: 'state', label: t('admin.state'), card: 'second' },
  ]
}

/** Everyone with an account; what changes one stands on a page of its own. */
export function Users({ staff, standing }: Props) {
  const { look, form } = standing
  const { locale } = look
  const t = words(locale)
  const teams = new Map(staff.teams.map(({ id, name }) => [id, name]))
  return (
    <Card id="users" title={t('admin.users')}>
      <Table
        caption={t('admin.usersCaption')}
        columns={columns(locale)}
        rows={staff.people.map((person) => ({
          key: person.id,
          cells: [
            <a key="user" href={`/admin/${person.id}`}>
              <span className="text">{person.name}</span>
            </a>,
            <span key="email" className="text">
              {person.email}
            </span>,
            label(locale, 'roles', person.role),
            <span key="team" className="text">
              {(person.teamId && teams.get(person.teamId)) ?? '—'}
            </span>,
            stateText(person, locale),
          ],
        }))}
      />
      <PostForm
        action={createAccountAction}
        id="invite"
        form={form('account.create')}
        fields={inviteFields(locale, staff.teams)}
        submit={t('admin.create')}
        locale={locale}
        told={t('admin.link')}
        fold={t('admin.addUser')}
      />
    </Card>
  )
}
