import type { FieldSpec } from '@/app/ui/field-spec'
import { optionsOf, words } from '@/app/words'
import type { Team } from '@/db/accounts/list-staff'
import { roles } from '@/lib/access/grants'
import type { Locale } from '@/lib/words/locales'

const teamOptions = (teams: readonly Team[]) => teams.map(({ id, name }) => ({ value: id, label: name }))

/** Fresh authentication: who changes an account shows that it is still the admin who sits there. */
export const currentField = (locale: Locale): FieldSpec => ({
  name: 'current',
  kind: 'password',
  label: words(locale)('admin.current'),
  hint: words(locale)('admin.currentHint'),
  required: true,
  autocomplete: 'current-password',
})

export function inviteFields(locale: Locale, teams: readonly Team[]): FieldSpec[] {
  const t = words(locale)
  return [
    { name: 'name', kind: 'text', label: t('admin.name'), hint: t('join.nameHint'), required: true },
    { name: 'email', kind: 'email', label: t('admin.email'), hint: t('admin.emailHint'), required: true },
    {
      name: 'role',
      kind: 'choice',
      label: t('admin.role'),
      hint: t('admin.confirmHint'),
      options: optionsOf(locale, 'roles', roles),
      required: true,
    },
    {
      name: 'teamId',
      kind: 'choice',
      label: t('admin.team'),
      hint: t('admin.teamHint'),
      options: [{ value: '', label: t('admin.noTeam') }, ...teamOptions(teams)],
    },
    currentField(locale),
  ]
}

export function moveFields(locale: Locale, teams: readonly Team[]): FieldSpec[] {
  const t = words(locale)
  const team = { name: 'teamId', kind: 'choice' as const, label: t('admin.moveTo'), hint: t('admin.moveHint') }
  return [{ ...team, options: teamOptions(teams), required: true }, currentField(locale)]
}
