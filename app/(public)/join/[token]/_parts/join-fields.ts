import type { FieldSpec } from '@/app/ui/field-spec'
import { words } from '@/app/words'
import type { Invited } from '@/db/accounts/join'
import type { Locale } from '@/lib/words/locales'

/** An invited person only sets a password; the first of a world also say who they are, and name the first team. */
export function joinFields({ founding, role }: Invited, locale: Locale): FieldSpec[] {
  const t = words(locale)
  const who: FieldSpec[] = [
    {
      name: 'name',
      kind: 'text',
      label: t('join.name'),
      hint: t('join.nameHint'),
      required: true,
      autocomplete: 'name',
    },
    {
      name: 'email',
      kind: 'email',
      label: t('join.email'),
      hint: t('join.emailHint'),
      required: true,
      autocomplete: 'username',
    },
  ]
  const team: FieldSpec = {
    name: 'teamName',
    kind: 'text',
    label: t('join.team'),
    hint: t('join.teamHint'),
    required: true,
  }
  const fresh = { kind: 'password' as const, required: true, autocomplete: 'new-password' }
  return [
    ...(founding ? who : []),
    ...(founding && role === 'coordinator' ? [team] : []),
    { ...fresh, name: 'password', label: t('join.password'), hint: t('join.passwordHint') },
    { ...fresh, name: 'again', label: t('join.again') },
  ]
}
