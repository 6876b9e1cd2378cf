import { randomUUID } from 'node:crypto'
import type { Ctx } from '@/db/ctx'
import { addChunk, beginFile, keepFile } from '@/db/files/store-file'
import { beginImport } from '@/db/imports/begin-import'
import { forgetMapping } from '@/db/imports/forget-mapping'
import { mapImport, remapImport, rereadImport } from '@/db/imports/map-import'
import { readHead } from '@/db/imports/read-head'
import { readImport } from '@/db/imports/read-import'
import { cancelImport, resumeImport, startImport } from '@/db/imports/start-import'
import { takeLeft } from '@/db/imports/take-left'
import { importMappings } from '@/db/schema'
import { MapImport, RereadImport, StartImport } from '@/lib/imports/forms'
import { type VerbRow, house } from './verb-row'

const list = Buffer.from('Name,Born\nRyu Byeol,1987\n')

async function aFile(ctx: Ctx): Promise<{ id: string; size: number; chunks: number }> {
  const id = await beginFile(ctx, { purpose: 'import', name: 'list.csv' })
  await addChunk(ctx, { fileId: id, place: 0, isLast: true, plain: list })
  return { id, size: list.length, chunks: 1 }
}

async function aRead(ctx: Ctx) {
  const file = await aFile(ctx)
  await keepFile(ctx, file)
  return readHead((run) => run(ctx), file.id)
}

const anImport = async (ctx: Ctx): Promise<string> => (await beginImport(ctx, await aRead(ctx))).importId

const named = (importId: string) =>
  MapImport.parse({
    importId,
    version: '1',
    column0: 'name',
    column1: 'birth',
    sourceType: 'NGO',
    distance: 'unknown',
    situation: 'HIDING',
    name: 'ours',
  })

const setTo = (ctx: Ctx, importId: string, state: string) =>
  ctx.db.execute(`update import_batch set state = '${state}' where id = '${importId}'`)

/** A deed on a list that the actor has sent in the same transaction, standing in this state. */
function onOwnList(verb: { deed: string }, state: string, run: (ctx: Ctx, id: string) => Promise<unknown>): VerbRow {
  return {
    name: verb.deed,
    verb,
    asked: house('case:import'),
    run: async (ctx) => {
      const id = await anImport(ctx)
      await setTo(ctx, id, state)
      return run(ctx, id)
    },
  }
}

async function forgotten(ctx: Ctx) {
  const mappingId = randomUUID()
  const bytes = Buffer.alloc(64, 7)
  const row = { id: mappingId, ownerId: ctx.actor.id, shape: bytes, name: bytes, mapping: bytes, savedAt: ctx.now }
  await ctx.db.insert(importMappings).values(row)
  return forgetMapping(ctx, { mappingId, version: 1 })
}

/** What is done with files that somebody keeps, and with lists. */
export const ofSentLists: VerbRow[] = [
  {
    name: keepFile.deed,
    verb: keepFile,
    asked: house('file:keep'),
    run: async (ctx) => keepFile(ctx, await aFile(ctx)),
  },
  {
    name: beginImport.deed,
    verb: beginImport,
    asked: house('case:import'),
    run: async (ctx) => beginImport(ctx, await aRead(ctx)),
  },
  onOwnList(rereadImport, 'mapping', (ctx, importId) =>
    rereadImport(ctx, RereadImport.parse({ importId, version: '1', encoding: 'utf-8', hasHeader: 'on' })),
  ),
  onOwnList(mapImport, 'mapping', (ctx, id) => mapImport(ctx, named(id))),
  onOwnList(remapImport, 'checked', (ctx, importId) => remapImport(ctx, { importId, version: 1 })),
  onOwnList(startImport, 'checked', (ctx, importId) =>
    startImport(ctx, StartImport.parse({ importId, version: '1', matched: 'leave' })),
  ),
  onOwnList(resumeImport, 'importing', (ctx, importId) => resumeImport(ctx, { importId, version: 1 })),
  onOwnList(cancelImport, 'importing', (ctx, importId) => cancelImport(ctx, { importId, version: 1 })),
  onOwnList(readImport, 'mapping', (ctx, id) => readImport(ctx, { id })),
  onOwnList(takeLeft, 'done', (ctx, id) => takeLeft(ctx, { id })),
  onOwnList(forgetMapping, 'mapping', forgotten),
]
