import { type Look, themes } from '@/app/look'
import type { FieldSpec } from '@/app/ui/field-spec'
import { ownNames } from '@/app/ui/switches'
import { words } from '@/app/words'
import { type Locale, locales } from '@/lib/words/locales'

export function lookFields({ locale, theme, zone }: Look): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'locale',
      kind: 'choice',
      label: t('account.language'),
      options: locales.map((one) => ({ value: one, label: ownNames[one] })),
      value: locale,
      required: true,
    },
    {
      name: 'timeZone',
      kind: 'text',
      label: t('account.zone'),
      hint: t('account.zoneHint'),
      value: zone,
      required: true,
    },
    {
      name: 'theme',
      kind: 'choice',
      label: t('account.theme'),
      options: themes.map((one) => ({ value: one, label: t(`frame.${one}`) })),
      value: theme,
      required: true,
    },
  ]
}

export function passwordFields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  const fresh = { kind: 'password' as const, required: true, autocomplete: 'new-password' }
  return [
    {
      name: 'current',
      kind: 'password',
      label: t('account.current'),
      required: true,
      autocomplete: 'current-password',
    },
    { ...fresh, name: 'password', label: t('account.fresh'), hint: t('account.freshHint') },
    { ...fresh, name: 'again', label: t('account.again') },
  ]
}
