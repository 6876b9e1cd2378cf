import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { label, words } from '@/app/words'
import { type SafeWindow, weekdays } from '@/lib/contacts/safe-window'
import type { Locale } from '@/lib/words/locales'

/** When it is safe to call, on the clocks of whoever is called. */
export function windowFields(window: SafeWindow | null, locale: Locale): (FieldSpec | FieldGroup)[] {
  const t = words(locale)
  const days = weekdays.map((day): FieldSpec => ({
    name: day,
    kind: 'check',
    label: label(locale, 'weekdays', day),
    value: window?.days.includes(day) ? 'on' : '',
    options: [
      { value: 'on', label: t('family.safe') },
      { value: '', label: t('family.notSafe') },
    ],
  }))
  const hour = { kind: 'text' as const, hint: t('family.windowHint'), required: false }
  return [
    { legend: t('family.safeDays'), hint: t('family.safeDaysHint'), fields: days },
    { ...hour, name: 'from', label: t('family.safeFrom'), value: window?.from ?? '' },
    { ...hour, name: 'until', label: t('family.safeUntil'), value: window?.until ?? '' },
    {
      name: 'zone',
      kind: 'text',
      label: t('family.zone'),
      hint: t('family.zoneHint'),
      value: window?.zone ?? '',
      required: false,
    },
  ]
}
