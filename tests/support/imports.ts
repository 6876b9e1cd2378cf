import { beginImport } from '@/db/imports/begin-import'
import { cancelImport, startImport } from '@/db/imports/start-import'
import { mapImport } from '@/db/imports/map-import'
import { readHead } from '@/db/imports/read-head'
import { readImport } from '@/db/imports/read-import'
import { runImport } from '@/db/imports/run-import'
import type { Acting } from '@/db/files/acting'
import { storeFile } from '@/db/files/store-file'
import { MapImport, StartImport } from '@/lib/imports/forms'
import { guessColumns } from '@/lib/imports/guess-columns'
import type { MatchedChoice } from '@/lib/imports/import-states'
import type { Person, World } from './world'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

const defaults = { sourceType: 'NGO', distance: 'unknown', situation: 'UNVERIFIED' }

/** What somebody does with lists, without a browser. */
export function importing(world: World, person: Person) {
  const acts: Acting = (run) => world.as(person, run)
  const read = (id: string) => world.does(person, readImport, { id })
  const send = async (list: string | Uint8Array) => {
    const bytes = once(typeof list === 'string' ? Buffer.from(list) : list)
    const fileId = await storeFile(acts, { purpose: 'import', name: 'list.csv', bytes, bytesMax: 10_000_000 })
    const { importId } = await world.does(person, beginImport, await readHead(acts, fileId))
    return importId
  }
  const name = async (importId: string, given: Record<string, string> = {}) => {
    const { version, headings } = await read(importId)
    const columns = guessColumns(headings).map((target, place) => [`column${place}`, target])
    const form = { importId, version: String(version), ...defaults, ...Object.fromEntries(columns), ...given }
    await world.does(person, mapImport, MapImport.parse(form))
  }
  const tried = async (list: string | Uint8Array, given?: Record<string, string>) => {
    const importId = await send(list)
    await name(importId, given)
    await runImport(acts, importId)
    return read(importId)
  }
  const start = async (importId: string, matched: MatchedChoice = 'leave') => {
    const version = String((await read(importId)).version)
    await world.does(person, startImport, StartImport.parse({ importId, version, matched }))
  }
  const imported = async (list: string | Uint8Array, matched?: MatchedChoice) => {
    const { id } = await tried(list)
    await start(id, matched)
    await runImport(acts, id)
    return read(id)
  }
  const cancel = async (importId: string) =>
    world.does(person, cancelImport, { importId, version: (await read(importId)).version })
  return { acts, send, name, tried, start, imported, cancel, read }
}
