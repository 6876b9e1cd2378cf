import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isWhole } from '@/lib/names/is-whole'
import { sameNameFrom } from '@/lib/names/match'
import { wholeName } from '@/lib/names/whole-name'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { type LikelyPerson, likelyPeople } from '../people/likely-people'
import { teams } from '../schema'

/** For each team the id by which one of its files can be opened in an emergency stands at the same place of `hints`. */
export type Matches = { files: LikelyPerson[]; teams: string[]; hints: string[] }

const TeamIds = z.array(z.object({ team_id: z.uuid() }))

/** Which teams hold a file with one of these whole names out of the actor's reach; each of them can read that it was asked. */
export async function teamsThatMayHold(
  ctx: Ctx,
  tags: readonly Uint8Array[],
): Promise<{ name: string; hint: string }[]> {
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

/** People in reach who may bear one of these names, however written, and the teams that may hold one of just this writing. */
export async function matchNames(ctx: Ctx, names: readonly string[]): Promise<Matches> {
  const wholes = [...new Set(names.filter(isWhole).map(wholeName))]
  const files = await likelyPeople(ctx, names, { from: sameNameFrom })
  const elsewhere =
    wholes.length > 0
      ? await teamsThatMayHold(
          ctx,
          wholes.map((name) => ctx.vault.tag('name', name)),
        )
      : []
  if (wholes.length + files.length > 0)
    await record(ctx, 'case.match', {
      objectIds: [...new Set(files.map(({ caseId }) => caseId))],
      details: { names: wholes.length, files: files.length, teams: elsewhere.length },
    })
  return { files, teams: elsewhere.map(({ name }) => name), hints: elsewhere.map(({ hint }) => hint) }
}
