import { once } from 'node:events'
import postgres, { type Sql } from 'postgres'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import type { Connection } from '@/lib/database-url'
import { clearRows } from './clear-rows'
import { type Rows, copyInto, gather } from './copy-into'
import { type Drawing, drawFile } from './draw-file'
import type { Staff } from './make-staff'
import { sealedRows } from './sealed-rows'

export type Part = {
  from: number
  until: number
  drawing: Omit<Drawing, 'holders'>
  staff: Staff
  owner: Connection
  keysDir: string
  /** The database of clear copies, where this world has one. */
  floor: Connection | null
}

const filesAtOnce = 500

const open = (connection: Connection): Sql => postgres({ ...connection, max: 1, onnotice: () => undefined })

/** Draws, seals and writes the files from one number up to another. */
async function generatePart(part: Part): Promise<void> {
  const { staff, owner, floor } = part
  const drawing = { ...part.drawing, holders: staff }
  const readers = { caseworker: staff.thirtyEach[0] ?? '', names: staff.names }
  const [house, into] = [await openHouse(owner, openKeyring(part.keysDir), 1), open(owner)]
  const copies = floor && open(floor)
  await house.db.transaction(async (db) => {
    for (let first = part.from; first < part.until; first += filesAtOnce) {
      const [sealed, clear]: [Rows, Rows] = [{}, {}]
      for (let index = first; index < Math.min(part.until, first + filesAtOnce); index++) {
        const file = drawFile(drawing, index)
        for (const rows of sealedRows({ db, house, teams: staff.teams }, file)) gather(sealed, rows)
        if (copies) for (const rows of clearRows(file, readers)) gather(clear, rows)
      }
      await Promise.all([copyInto(into, sealed), copies && copyInto(copies, clear)])
    }
  })
  await Promise.all([house.close(), into.end(), copies?.end()])
}

const [part]: Part[] = await once(process, 'message')
if (part) await generatePart(part)
process.disconnect()
