import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import type { Connection } from '@/lib/database-url'
import { drawRef } from '@/lib/cases/ref'
import type { Part } from './generate-part'
import { type Staff, makeStaff } from './make-staff'
import { Seeded } from '@/lib/seeded'

export type World = {
  seed: number
  files: number
  now: Date
  owner: Connection
  keysDir: string
}

const processes = 2

/** Refs no two of which are the same, all from the seed. */
function drawRefs(seed: number, count: number): string[] {
  const draw = new Seeded(seed, 0xffff_fffe)
  const refs = new Set<string>()
  while (refs.size < count) refs.add(drawRef((bytes) => draw.bytes(bytes)))
  return [...refs]
}

async function inProcess(part: Part): Promise<void> {
  const program = fileURLToPath(new URL('./generate-part.ts', import.meta.url))
  const child = fork(program, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  child.send(part)
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a generator ended with ${String(code)}`))))
  })
}

async function execute(connection: Connection, text: string): Promise<void> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  await sql.unsafe(text)
  await sql.end()
}

/** Fills an empty world with invented files; answers the refs of the one with twenty entries and of the one with three hundred lines, and who works there. */
export async function generate(world: World): Promise<{ longFile: string; oldFile: string; staff: Staff }> {
  const { seed, files, now, owner, keysDir } = world
  const house = await openHouse(owner, openKeyring(keysDir), 1)
  const staff = await makeStaff(house, { seed, now })
  await house.close()
  const refs = drawRefs(seed, files)
  const share = Math.ceil(files / processes)
  await Promise.all(
    Array.from({ length: processes }, (_, place) => {
      const [from, until] = [place * share, Math.min(files, (place + 1) * share)]
      const drawing = { seed, now, refs: refs.slice(from, until), firstRef: from }
      return inProcess({ from, until, drawing, staff, owner, keysDir })
    }),
  )
  await execute(owner, 'select fold_counts()')
  await execute(owner, 'vacuum analyze')
  return { longFile: refs[0] ?? '', oldFile: refs[1] ?? '', staff }
}
