import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isWhole } from '@/lib/names/is-whole'
import { wholeName } from '@/lib/names/whole-name'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { caseFiles, nameKeys, teams } from '../schema'

/** For each team the id by which one of its files can be opened in an emergency stands at the same place of `hints`. */
export type Matches = { files: { ref: string; situation: string }[]; teams: string[]; hints: string[] }

const matchesMax = 20

const TeamIds = z.array(z.object({ team_id: z.uuid() }))

/** Which teams hold a file with one of these whole names out of the actor's reach; each of them can read that it was asked. */
export async function teamsThatMayHold(ctx: Ctx, tags: readonly Uint8Array[]): Promise<{ name: string; hint: string }[]> {
  const list = sql.join(
    tags.map((tag) => sql`${tag}::bytea`),
    sql`, `,
  )
  const rows = TeamIds.parse(await ctx.db.execute(sql`select team_id from may_exist(array[${list}]) as team_id`))
  const ids = rows.map((row) => row.team_id)
  for (const teamId of ids) await record(ctx, 'case.may-exist', { teamId })
  if (ids.length === 0) return []
  const found = await ctx.db.select().from(teams).where(inArray(teams.id, ids))
  const hinted = found.map((team) => ({ ...team, hint: randomUUID() }))
  for (const { id, hint } of hinted)
    await ctx.db.execute(sql`select draw_hint(${hint}::uuid, array[${list}], ${id}::uuid)`)
  return hinted.map(({ id, name, hint }) => ({ name: ctx.vault.nameForHouse('team.name', id, name), hint }))
}

/** Files in reach that carry exactly one of these whole names, and the teams that may hold one out of reach. */
export async function matchNames(ctx: Ctx, names: readonly string[]): Promise<Matches> {
  const wholes = [...new Set(names.filter(isWhole).map(wholeName))]
  if (wholes.length === 0) return { files: [], teams: [], hints: [] }
  const tags = wholes.map((name) => ctx.vault.tag('name', name))
  const files = await ctx.db
    .selectDistinct({ id: caseFiles.id, ref: caseFiles.ref, situation: caseFiles.situation })
    .from(nameKeys)
    .innerJoin(caseFiles, eq(caseFiles.id, nameKeys.caseId))
    .where(and(inArray(nameKeys.tag, tags), eq(nameKeys.kind, 'whole')))
    .limit(matchesMax)
  const elsewhere = await teamsThatMayHold(ctx, tags)
  await record(ctx, 'case.match', {
    objectIds: files.map((file) => file.id),
    details: { names: wholes.length, files: files.length, teams: elsewhere.length },
  })
  return {
    files: files.map(({ ref, situation }) => ({ ref, situation })),
    teams: elsewhere.map(({ name }) => name),
    hints: elsewhere.map(({ hint }) => hint),
  }
}
