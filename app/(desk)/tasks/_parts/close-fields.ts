import type { FieldSpec } from '@/app/ui/field-spec'
import { optionsOf, words } from '@/app/words'
import { closings } from '@/lib/tasks/forms'
import type { Locale } from '@/lib/words/locales'

/** What closing a task asks, in the list and in the file. */
export function closeFields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'outcome',
      kind: 'choice',
      label: t('tasks.outcome'),
      options: optionsOf(locale, 'closings', closings),
      value: 'done',
      required: true,
    },
    { name: 'note', kind: 'prose', label: t('tasks.note'), hint: t('tasks.noteHint'), required: false, wide: true },
  ]
}
