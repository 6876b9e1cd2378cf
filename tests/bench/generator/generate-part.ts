import { once } from 'node:events'
import postgres, { type Sql } from 'postgres'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import type { Connection } from '@/lib/database-url'
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
}

const filesAtOnce = 500

const open = (connection: Connection): Sql => postgres({ ...connection, max: 1, onnotice: () => undefined })

/** Draws, seals and writes the files from one number up to another. */
async function generatePart(part: Part): Promise<void> {
  const { staff, owner } = part
  const drawing = { ...part.drawing, holders: staff }
  const [house, into] = [await openHouse(owner, openKeyring(part.keysDir), 1), open(owner)]
  await house.db.transaction(async (db) => {
    for (let first = part.from; first < part.until; first += filesAtOnce) {
      const sealed: Rows = {}
      for (let index = first; index < Math.min(part.until, first + filesAtOnce); index++) {
        const file = drawFile(drawing, index)
        for (const rows of sealedRows({ db, house, teams: staff.teams }, file)) gather(sealed, rows)
      }
      await copyInto(into, sealed)
    }
  })
  await Promise.all([house.close(), into.end()])
}

const [part]: Part[] = await once(process, 'message')
if (part) await generatePart(part)
process.disconnect()
