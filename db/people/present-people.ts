import type { CaseRows } from '../cases/gather-rows'
import type { Ctx } from '../ctx'

const scripts = ['Hang', 'Latn', 'Hani', 'Kana', 'Cyrl', 'Zzzz']
const rank = (script: string) => scripts.indexOf(script)

type SealedPerson = { id: string; role: string; birth: Uint8Array | null }
type SealedName = { id: string; personId: string; script: string; text: Uint8Array }
type Sealed<Person, Name> = { people: readonly Person[]; names: readonly Name[] }

/** The people of one file with their names opened, the subject first. */
export function presentPeople<Person extends SealedPerson, Name extends SealedName>(
  { vault }: Ctx,
  caseId: string,
  rows: Sealed<Person, Name>,
) {
  const opened = rows.names.map(({ text, ...name }) => ({
    ...name,
    text: vault.open('person_name.text', { caseId, personId: name.personId, rowId: name.id }, text),
  }))
  const byScript = opened.sort((a, b) => rank(a.script) - rank(b.script))
  const people = rows.people.map((person) => ({
    ...person,
    birth: vault.openOptional('person.birth', { caseId, personId: person.id, rowId: person.id }, person.birth),
    names: byScript.filter((name) => name.personId === person.id),
  }))
  return people.sort((a, b) => Number(b.role === 'subject') - Number(a.role === 'subject'))
}

export type PersonView = ReturnType<typeof presentPeople<CaseRows['people'][number], CaseRows['names'][number]>>[number]
