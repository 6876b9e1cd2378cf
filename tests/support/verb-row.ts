import type { Ctx, Verb } from '@/db/ctx'
import type { Deed, Reach } from '@/lib/access/grants'
import { type Decided } from './decided'
import type { Intervened } from './interventions'
import type { Pairs } from './pairs'
import type { SceneFile } from './scene'
import type { TogetherParts } from './together-parts'
import type { Person } from './world'

/** What an input is made of: the file, the things in it that are named by id, and colleagues whom the deed is about. */
export type Given = {
  actor: Person
  password: string
  parts: SceneFile & Decided & TogetherParts & Intervened & { grant: string }
  teamId: string
  colleague: Person
  waiting: Person
  otherTeam: string
  notice: string
  /** A whole name in a file out of everybody's reach. */
  shut: string
  pairs: Pairs
  /** What another team asked the actor's to take. */
  referral: string
}

export type Part = Exclude<keyof Given['parts'], 'id' | 'ref' | 'teamId' | 'confidentiality' | 'owner'>

/** `file`: the deed is asked of one file; `parts` are the things in it that the verb takes an id of. `house`: of the role. `anyone`: what everybody may do with an own account. */
export type Asked =
  { on: 'file'; deed: Deed; parts: readonly Part[] } | { on: 'house'; deed: Deed; reach?: Reach } | { on: 'anyone' }

export type VerbRow = {
  name: string
  verb: unknown
  asked: Asked
  run: (ctx: Ctx, given: Given) => Promise<unknown>
  /** How many entries it leaves where that is not one: two files have theirs. */
  entries?: number
}

type Input<I> = (given: Given) => I

export function row<I, O>(verb: Verb<Ctx, I, O>, asked: Asked, input: Input<I>): VerbRow {
  return { name: verb.deed, verb, asked, run: (ctx, given) => verb(ctx, input(given)) }
}

export const file = (deed: Deed, ...parts: Part[]): Asked => ({ on: 'file', deed, parts })
export const house = (deed: Deed, reach?: Reach): Asked => ({ on: 'house', deed, ...(reach && { reach }) })
export const anyone: Asked = { on: 'anyone' }
