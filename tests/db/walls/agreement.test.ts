import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import type { Ctx } from '@/db/ctx'
import { refusedByDatabase } from '@/db/refused-by-database'
import {
  accessGrants,
  caseFiles,
  claims,
  contactChannels,
  contactLogs,
  contactValues,
  people,
  personNames,
  sourceIdentities,
} from '@/db/schema'
import { type Held, can, opens } from '@/lib/access/can'
import {
  type OwnLevel,
  type Role,
  confidentialities,
  deeds,
  fieldClasses,
  glassDeeds,
  grants,
  openTo,
  ownLevels,
  readingDeeds,
  roles,
} from '@/lib/access/grants'
import { GiveGrant } from '@/lib/cases/forms'
import { Refusal } from '@/lib/refusal'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

type Standing = { person: Person; own: OwnLevel | null; name: string }

let world: World
let files: SceneFile[]
const standings: Standing[] = []

const standingLevels = [null, ...ownLevels] as const

beforeAll(async () => {
  world = await makeWorld()
  const [owner, lead, colleague] = [
    await world.person({ role: 'caseworker' }),
    await world.person({ role: 'coordinator' }),
    await world.person({ role: 'caseworker' }),
  ]
  files = []
  for (const confidentiality of confidentialities) {
    const file = await aFullFile(world, owner, 'assigned')
    const grant = { ref: file.ref, email: colleague.email, level: 'read', days: '1', reason: 'asked for' }
    await world.does(lead, giveGrant, GiveGrant.parse(grant))
    await world.owner.sql`update case_file set confidentiality = ${confidentiality} where id = ${file.id}`
    files.push({ ...file, confidentiality })
  }
  for (const role of roles) for (const teamId of [world.north, world.south]) await stand(role, teamId)
})

/** One person of this role and team for each level of own reach that such a person can have. */
async function stand(role: Role, teamId: string): Promise<void> {
  const reads = role === 'caseworker' || role === 'coordinator'
  for (const own of reads ? standingLevels : [null]) {
    const person = await world.person({ role, teamId })
    const where = teamId === world.north ? 'the team' : 'another team'
    standings.push({ person, own, name: `a ${role} of ${where} with ${own ?? 'no'} reach of their own` })
    if (!own) continue
    for (const { id } of files) {
      await world.owner
        .sql`insert into case_reach (user_id, case_id, via, level) values (${person.id}, ${id}, 'grant', ${own})`
    }
  }
}

class Undone extends Error {}

/** What comes of an attempt in a transaction that is undone afterwards: `done`, or the code of its refusal. */
async function attempt(person: Person, run: (ctx: Ctx) => Promise<unknown>): Promise<unknown> {
  return world
    .as(person, async (ctx) => {
      const value = await run(ctx)
      throw Object.assign(new Undone(), { value })
    })
    .catch((error: unknown) => {
      if (error instanceof Undone && 'value' in error) return error.value
      const refusal = error instanceof Refusal ? error : refusedByDatabase(error)
      if (!refusal) throw error
      return refusal.code
    })
}

const each = async (run: (standing: Standing, file: SceneFile, held: Held) => Promise<void>) => {
  for (const standing of standings) {
    for (const file of files) {
      await run(standing, file, { teamId: file.teamId, confidentiality: file.confidentiality, own: standing.own })
    }
  }
}

const said = ({ name }: Standing, file: SceneFile, what: string) => `${name}, a ${file.confidentiality} file: ${what}`

describe('the grants table in lib and its copy in the database say the same', () => {
  test('of every role and deed', async () => {
    for (const role of roles) {
      for (const deed of deeds) {
        const [row] = await world.owner
          .sql`select grant_reach(${role}, ${deed}) as reach, is_reading(${deed}) as reading, is_glass(${deed}) as glass`
        expect(row, `${role} ${deed}`).toEqual({
          reach: grants[role][deed] ?? null,
          reading: readingDeeds.includes(deed),
          glass: glassDeeds.includes(deed),
        })
      }
    }
  })

  test('of what team reach opens to a role, and silence where there is no role', async () => {
    for (const role of roles) {
      const [row] = await world.owner.sql`select open_to(${role}) as opens`
      expect(row?.['opens'], role).toEqual(openTo[role])
    }
    const [none] = await world.owner
      .sql`select grant_reach(null, 'case:read') as nobody, grant_reach('owner', 'case:read') as other`
    expect(none).toEqual({ nobody: null, other: null })
  })
})

describe('can(), row security and the vault agree', () => {
  test('row security decides every deed on every file as can() does', async () => {
    let allowed = 0
    await each(async (standing, file, held) => {
      for (const deed of deeds) {
        const answer = await attempt(standing.person, async ({ db }) => {
          const [row] = await db.execute(sql`select touches(${file.id}::uuid, asking(${deed})) as yes`)
          return row?.['yes']
        })
        const expected = can(standing.person, deed, held)
        expect(answer, said(standing, file, deed)).toBe(expected)
        allowed += expected ? 1 : 0
      }
    })
    expect(allowed).toBeGreaterThan(100)
  })

  test('a file and what hangs on it is selected exactly where can() allows reading it', async () => {
    await each(async (standing, file, held) => {
      const rows = await world.as(standing.person, async ({ db }) => ({
        'case:read': [
          (
            await db
              .select()
              .from(caseFiles)
              .where(sql`id = ${file.id}`)
          ).length,
          (
            await db
              .select()
              .from(people)
              .where(sql`case_id = ${file.id}`)
          ).length,
          (
            await db
              .select()
              .from(claims)
              .where(sql`case_id = ${file.id}`)
          ).length,
        ],
        'contact:reveal': [
          (
            await db
              .select()
              .from(contactValues)
              .where(sql`case_id = ${file.id}`)
          ).length,
        ],
        'source:reveal': [
          (
            await db
              .select()
              .from(sourceIdentities)
              .where(sql`case_id = ${file.id}`)
          ).length,
        ],
      }))
      for (const deed of ['case:read', 'contact:reveal', 'source:reveal'] as const) {
        const expected = can(standing.person, deed, held)
        for (const count of rows[deed]) expect(count > 0, said(standing, file, deed)).toBe(expected)
      }
    })
  })

  test('what a search is answered of a file, the file’s own row is answered of too', async () => {
    const [keys, ids] = [await world.owner.sql`select tag, kind from name_key`, files.map(({ id }) => id)]
    const array = (values: readonly string[]) => `{${values.map((value) => `"${value}"`).join()}}`
    const tags = array(keys.map(({ tag }) => `\\\\x${Buffer.from(tag).toString('hex')}`))
    const kinds = array(keys.map(({ kind }) => String(kind)))
    const most = array(keys.map(() => '100'))
    for (const { person, name } of standings) {
      const [seen, named, worded] = await world.as(person, async ({ db }) => [
        await db.execute(sql`select id from case_file order by id`),
        await db.execute(sql`
          select distinct case_id as id from name_hits(${tags}::bytea[], ${kinds}::text[], ${most}::int[], 500, '{}') order by 1`),
        await db.execute(sql`select distinct case_id as id from words_of(${array(ids)}::uuid[]) order by 1`),
      ])
      expect([[...named], [...worded]], name).toEqual([[...seen], [...seen]])
    }
  })

  test('a file is changed exactly where can() allows editing it', async () => {
    await each(async (standing, file, held) => {
      const edited = await attempt(standing.person, async ({ db }) => {
        const rows = await db
          .update(caseFiles)
          .set({ changedAt: new Date() })
          .where(sql`id = ${file.id}`)
          .returning({ id: caseFiles.id })
        return rows.length
      })
      expect(edited, said(standing, file, 'update')).toBe(can(standing.person, 'case:edit', held) ? 1 : 0)
    })
  })

  test('rows are added to a file exactly where can() allows the deed they belong to', async () => {
    const by = (ctx: Ctx) => ({ recordedBy: ctx.actor.id, recordedAt: ctx.now })
    await each(async (standing, file, held) => {
      const inserts = {
        'case:edit': async (ctx: Ctx) => {
          await ctx.db.insert(people).values({ id: randomUUID(), caseId: file.id, role: 'relative', ...by(ctx) })
          await ctx.db
            .insert(contactChannels)
            .values({ id: randomUUID(), caseId: file.id, personId: file.subject, kind: 'phone', ...by(ctx) })
        },
        'contact:record': async (ctx: Ctx) => {
          const row = {
            id: randomUUID(),
            caseId: file.id,
            personId: file.subject,
            direction: 'incoming',
            outcome: 'reached',
          }
          await ctx.db.insert(contactLogs).values({ ...row, at: Buffer.alloc(80), ...by(ctx) })
        },
        'situation:record': async (ctx: Ctx) => {
          await ctx.db
            .execute(sql`insert into situation_entry (id, case_id, situation, reliability, credibility, recorded_by, recorded_at)
            values (gen_random_uuid(), ${file.id}::uuid, 'HIDING', 'C', '3', ${ctx.actor.id}::uuid, now())`)
        },
      }
      for (const deed of ['case:edit', 'contact:record', 'situation:record'] as const) {
        const answer = await attempt(standing.person, async (ctx) => {
          await inserts[deed](ctx)
          return 'done'
        })
        expect(answer, said(standing, file, deed)).toBe(can(standing.person, deed, held) ? 'done' : 'forbidden')
      }
    })
  })

  test('moving a file and giving grants on it answer as can() does', async () => {
    const taker = await world.person({ role: 'caseworker' })
    await each(async (standing, file, held) => {
      const moved = await attempt(standing.person, async ({ db }) => {
        await db.execute(sql`select move_case(${file.id}::uuid, ${taker.id}::uuid, ${file.confidentiality}, 1)`)
        return 'done'
      })
      const given = await attempt(standing.person, async ({ db }) => {
        await db.execute(
          sql`select give_grant(${randomUUID()}::uuid, ${file.id}::uuid, ${taker.id}::uuid, 'read', now() + interval '1 day', '\\x00'::bytea)`,
        )
        return 'done'
      })
      expect(moved, said(standing, file, 'case:assign')).toBe(
        can(standing.person, 'case:assign', held) ? 'done' : 'not-found',
      )
      expect(given, said(standing, file, 'grant:give')).toBe(
        can(standing.person, 'grant:give', held) ? 'done' : 'not-found',
      )
    })
  })

  test('the vault opens each class of field exactly where the table names it', async () => {
    const rows = await sealedRows()
    await each(async (standing, file, held) => {
      for (const fieldClass of ['name', 'contact', 'source', 'narrative', 'reason'] as const) {
        const row = rows[fieldClass].find(({ caseId }) => caseId === file.id)
        if (!row) throw new Error(`no ${fieldClass} stands in the file`)
        const answer = await attempt(standing.person, async ({ vault }) => {
          await vault.load([{ id: file.id, ...held }])
          return typeof vault.open(row.field, row, row.sealed)
        })
        const expected = opens(standing.person, fieldClass, held)
        expect(answer === 'string', said(standing, file, fieldClass)).toBe(expected)
        if (!expected) expect(['forbidden', 'not-found']).toContain(answer)
      }
    })
  })

  test('no class of field opens wider than the file is read, but the reasons that an auditor checks', async () => {
    await each((standing, file, held) => {
      for (const fieldClass of fieldClasses) {
        if (!opens(standing.person, fieldClass, held)) continue
        const isAudited = fieldClass === 'reason' && standing.person.role === 'auditor'
        expect(isAudited || can(standing.person, 'case:read', held), said(standing, file, fieldClass)).toBe(true)
      }
      return Promise.resolve()
    })
  })
})

test('an auditor or admin whom a stray row of reach names still reads nothing of a file', async () => {
  for (const role of ['auditor', 'admin'] as const) {
    const person = await world.person({ role })
    for (const { id } of files) {
      await world.owner
        .sql`insert into case_reach (user_id, case_id, via, level) values (${person.id}, ${id}, 'grant', 'work')`
    }
    const found = await world.as(person, async ({ db }) => [
      ...(await db.select().from(caseFiles)),
      ...(await db.select().from(people)),
      ...(await db.select().from(contactValues)),
    ])
    expect(found, role).toEqual([])
  }
})

test('a grant that has run out opens nothing any more', async () => {
  const person = await world.person({ role: 'caseworker', teamId: world.south })
  const [file] = files
  await world.owner.sql`
    insert into case_reach (user_id, case_id, via, level, until) values (${person.id}, ${file?.id ?? ''}, 'grant', 'work', now() - interval '1 second')`
  expect(await world.as(person, ({ db }) => db.select().from(caseFiles))).toEqual([])
})

/** One sealed value of each class from every file, read as the owner of the database. */
async function sealedRows() {
  const { db } = world.owner
  const [name, contact, source, narrative, reason] = await Promise.all([
    db.select().from(personNames),
    db.select().from(contactValues),
    db.select().from(sourceIdentities),
    db.select().from(claims),
    db.select().from(accessGrants),
  ])
  const place = (caseId: string, rowId: string, sealed: Uint8Array) => ({ caseId, rowId, sealed })
  return {
    name: name.map((row) => ({
      field: 'person_name.text' as const,
      personId: row.personId,
      ...place(row.caseId, row.id, row.text),
    })),
    contact: contact.map((row) => ({
      field: 'contact_value.value' as const,
      ...place(row.caseId, row.channelId, row.value),
    })),
    source: source.map((row) => ({
      field: 'source_identity.name' as const,
      ...place(row.caseId, row.sourceId, row.name),
    })),
    narrative: narrative.map((row) => ({ field: 'claim.value' as const, ...place(row.caseId, row.id, row.value) })),
    reason: reason.map((row) => ({ field: 'access_grant.reason' as const, ...place(row.caseId, row.id, row.reason) })),
  }
}
