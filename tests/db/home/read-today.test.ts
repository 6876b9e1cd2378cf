import { expect, test } from 'vitest'
import { readToday } from '@/db/home/read-today'
import { anOpenFile } from '../../support/cases'
import { makeWorld } from '../../support/world'

const day = 86_400_000

test('today shows reviews that are late or due within a week, the greatest danger first', async () => {
  const world = await makeWorld()
  const mina = await world.person({ role: 'caseworker' })
  const wanted: [risk: string, days: number][] = [
    ['R2', -100],
    ['R4', -2],
    ['R2', 3],
    ['R4', 30],
    ['R3', -1],
  ]
  const refs = new Map<string, string>()
  for (const [risk, days] of wanted) {
    const { id, ref } = await anOpenFile(world, mina, { name: `류 ${risk} ${days}` })
    refs.set(ref, `${risk} ${days}`)
    const due = new Date(Date.now() + days * day)
    await world.owner.sql`update case_file set risk = ${risk}, review_due = ${due.toISOString()} where id = ${id}`
  }
  const { due } = await world.as(mina, readToday)
  expect(due.map(({ ref }) => refs.get(ref))).toEqual(['R4 -2', 'R3 -1', 'R2 -100', 'R2 3'])
})
