import { randomUUID } from 'node:crypto'
import { anOpenFile } from './cases'
import type { SceneFile } from './scene'
import type { Person, World } from './world'

type OfFile = Pick<SceneFile, 'id' | 'owner'>

export const subjectOf = async (world: World, caseId: string): Promise<string> => {
  const [row] = await world.owner.sql<{ id: string }[]>`
    select id from person where case_id = ${caseId} and role = 'subject'`
  return row?.id ?? ''
}

/** A pair as the matcher would have written it. */
export async function aPair(world: World, one: string, other: string): Promise<string> {
  const sides = [
    { file: one, person: await subjectOf(world, one) },
    { file: other, person: await subjectOf(world, other) },
  ].sort((a, b) => (a.person < b.person ? -1 : 1))
  const [a, b] = sides
  const id = randomUUID()
  await world.owner.sql`
    insert into match_pair (id, case_a, person_a, case_b, person_b, scores, total, found_at)
    values (${id}, ${a?.file ?? ''}, ${a?.person ?? ''}, ${b?.file ?? ''}, ${b?.person ?? ''},
            'names agrees same-sound 62; sex missing unknown 0', 62, now())`
  return id
}

/** What somebody said of a pair. */
export async function aDecision(world: World, pairId: string, given: { by: Person; decision: string; state: string }) {
  const id = randomUUID()
  await world.owner.sql`
    insert into same_as (id, pair_id, case_a, person_a, case_b, person_b, scores, total, decision, state, reason, decided_by, decided_at)
    select ${id}, id, case_a, person_a, case_b, person_b, scores, total, ${given.decision}, ${given.state}, ${Buffer.alloc(80, 1)}, ${given.by.id}, now()
      from match_pair where id = ${pairId}`
  return id
}

/** Pairs of a file with others: undecided, decided by a colleague, proposed by one, and one whose other file is out of reach. */
export type Pairs = {
  open: string
  decided: { pairId: string; sameId: string }
  proposed: { pairId: string; sameId: string }
  elsewhere: string
}

export async function somePairs(world: World, given: { file: OfFile; stranger: Person }): Promise<Pairs> {
  const { file, stranger } = given
  const by = await world.person({ role: 'caseworker', teamId: file.owner.teamId })
  const paired = async (owner: Person) => aPair(world, file.id, (await anOpenFile(world, owner)).id)
  const said = async (decision: string, state: string) => {
    const pairId = await paired(file.owner)
    return { pairId, sameId: await aDecision(world, pairId, { by, decision, state }) }
  }
  return {
    open: await paired(file.owner),
    decided: await said('different', 'standing'),
    proposed: await said('same', 'waiting'),
    elsewhere: await paired(stranger),
  }
}
