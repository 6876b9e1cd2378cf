import { randomUUID } from 'node:crypto'
import { asPerson } from '@/db/ctx'
import { runImport } from '@/db/imports/run-import'
import { refusalOf } from './door'
import { report } from './report'
import { serving } from './serving'

/** Tries a list out or imports it after the answer is given, for as long as its sender's session stands. */
export function runList(hash: Uint8Array, { importId }: { importId: string }): void {
  const run = serving().then((house) => runImport((act) => asPerson(house, { hash, now: new Date() }, act), importId))
  run.catch((error: unknown) => {
    if (!refusalOf(error)) report(error, { verb: 'import.run', id: randomUUID() })
  })
}
