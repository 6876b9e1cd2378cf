import type { Ctx } from '@/db/ctx'
import { readSearch } from '@/db/search/read-search'
import { repeatSearch, stepSearch } from '@/db/search/step-search'
import { submitSearch } from '@/db/search/submit-search'
import { ReadSearch, RepeatSearch, StepSearch, SubmitSearch } from '@/lib/search/forms'
import type { Person, World } from './world'

type Given = Record<string, string>

/** Searches as a person does, by what the forms send. */
export function searching(world: World) {
  const search = async (person: Person, text: string, given: Given = {}) =>
    (await world.does(person, submitSearch, SubmitSearch.parse({ text, ...given }))).searchId
  const step = async (person: Person, id: string, given: Given) =>
    (await world.does(person, stepSearch, StepSearch.parse({ id, ...given }))).searchId
  const repeat = async (person: Person, id: string, word: 'again' | 'on') =>
    (await world.does(person, repeatSearch, RepeatSearch.parse({ id, step: word }))).searchId
  const read = (person: Person, id: string, page = '1') =>
    world.as(person, (ctx: Ctx) => readSearch(ctx, ReadSearch.parse({ id, page })))
  /** The refs that a search finds, each with the kinds of its hits. */
  const found = async (person: Person, text: string, given: Given = {}) => {
    const { rows } = await read(person, await search(person, text, given))
    return rows.map(({ ref, hits }) => ({ ref, kinds: [...new Set(hits.map(({ kind }) => kind))] }))
  }
  const refs = async (person: Person, id: string) => (await read(person, id)).rows.map(({ ref }) => ref)
  return { search, step, repeat, read, found, refs }
}
