import { beforeAll, expect, test } from 'vitest'
import { type CaseList, listCases, pageRows } from '@/db/cases/list-cases'
import { ListCases } from '@/lib/cases/list-cases'
import { caseSorts } from '@/lib/cases/list-place'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let lead: Person

const count = pageRows * 2 + 7

beforeAll(async () => {
  world = await makeWorld()
  lead = await world.person({ role: 'coordinator' })
  const mina = await world.person({ role: 'caseworker' })
  for (let n = 0; n < count; n++) await anOpenFile(world, n % 3 === 0 ? lead : mina, { name: `류 번호 ${n}` })
  await world.owner.sql`
    update case_file set risk = case when ascii(ref) % 2 = 0 then 'R3' else risk end,
           confidentiality = (array['team', 'assigned'])[1 + mod(get_byte(pseudonym, 0), 2)],
           changed_at = '2024-05-05 10:00:00.123456+00'::timestamptz + make_interval(days => mod(get_byte(pseudonym, 1), 3)),
           review_due = case mod(get_byte(pseudonym, 2), 3) when 0 then null when 1 then '2024-06-01 00:00:00.5+00'::timestamptz
                        else '2024-06-02 00:00:00+00'::timestamptz end,
           silent_since = '2024-01-01'::date + mod(get_byte(pseudonym, 3), 3)`
  await world.owner.sql`update case_file set risk = 'R' || mod(get_byte(pseudonym, 4), 5)`
})

/** The refs of every page of a list, in turn. */
async function allOf(given: Record<string, string>): Promise<string[]> {
  const refs: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: CaseList = await world.does(lead, listCases, ListCases.parse({ ...given, after }))
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next
  }
  return refs
}

const stored = {
  changed: 'changed_at desc, id',
  risk: 'risk desc, changed_at, id desc',
  review: 'review_due nulls last, id',
  silence: 'silent_since, id',
}

test.each(caseSorts)(
  'ordered by %s, pages hold every file once and in order, however many share an instant',
  async (sort) => {
    const refs = await allOf({ sort })
    const rows = await world.owner.sql.unsafe<{ ref: string }[]>(`select ref from case_file order by ${stored[sort]}`)
    expect(refs).toEqual(rows.map(({ ref }) => ref))
  },
)

test('drafts are in no list, and closed files only where they are asked for', async () => {
  const [draft, closed] = await world.owner.sql<{ id: string; ref: string }[]>`select id, ref from case_file limit 2`
  await world.owner.sql`update case_file set workflow = 'draft' where id = ${draft?.id ?? ''}`
  await world.owner.sql`update case_file set workflow = 'closed' where id = ${closed?.id ?? ''}`
  const inList = async (given: Record<string, string>) => {
    const refs = await allOf(given)
    return [refs.length, refs.includes(draft?.ref ?? ''), refs.includes(closed?.ref ?? '')]
  }
  expect(await inList({})).toEqual([count - 2, false, false])
  expect(await inList({ workflow: 'closed' })).toEqual([1, false, true])
  expect(await inList({ workflow: 'all' })).toEqual([count - 1, false, true])
})
