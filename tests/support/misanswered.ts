import type { Locale } from '@/lib/words/locales'
import { type FormRule, faultsOf } from './case-forms'
import { said } from './founding-case'
import { formIn, problemIn, valueIn } from './html'
import type { Page, Visitor } from './http'

const asTyped = (text: string | undefined) => text?.replace(/\r\n/g, '\n')

/** Posts every fault of every field, one at a time, and lists what is not answered as it should be. */
export async function misanswered(
  visitor: Visitor,
  page: Page,
  { rule, locale = 'en' }: { rule: FormRule; locale?: Locale },
): Promise<string[]> {
  const wrong: string[] = []
  const form = formIn(page.html, rule.form)
  const texts = Object.entries(rule.fields).filter(
    ([, { kind }]) => kind === 'line' || kind === 'prose' || kind === 'date',
  )
  for (const [field, fieldRule] of Object.entries(rule.fields)) {
    for (const { typed, word } of faultsOf(fieldRule)) {
      const answer = await visitor.post(page, form, { given: { ...rule.good, [field]: typed } })
      const about = `${rule.form}.${field} ${word}`
      const again = answer.status === 200 ? formIn(answer.html, rule.form) : undefined
      if (!again) wrong.push(`${about}: answered ${answer.status}`)
      else if (problemIn(again, field) !== said(locale, word))
        wrong.push(`${about}: said ${problemIn(again, field) ?? 'nothing'}`)
      for (const [other] of again ? texts : []) {
        const sent = other === field ? typed : rule.good[other]
        if (again && asTyped(valueIn(again, other)) !== (sent ?? '')) wrong.push(`${about}: lost what ${other} held`)
      }
    }
  }
  return wrong
}
