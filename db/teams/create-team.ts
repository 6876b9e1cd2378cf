import { mayEver } from '@/lib/access/can'
import type { CreateTeam } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'
import { listTeams } from '../accounts/list-staff'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { teams } from '../schema'

export const createTeam = verb('team.create', async (ctx: Ctx, input: CreateTeam) => {
  if (!mayEver(ctx.actor.role, 'account:manage')) throw new Refusal('forbidden')
  const isSame = (team: { name: string }) => team.name.toLowerCase() === input.name.toLowerCase()
  if ((await listTeams(ctx)).some(isSame)) throw new Refusal('invalid', { name: 'taken' })
  const id = newId()
  await ctx.db.insert(teams).values({
    id,
    name: ctx.vault.sealForHouse('team.name', id, Buffer.from(input.name, 'utf8')),
    createdAt: ctx.now,
  })
  await record(ctx, 'team.create', { objectIds: [id] })
})
