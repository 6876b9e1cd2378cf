import { z } from 'zod'
import { worlds } from '@/lib/env'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { readHealth } from '../house/read-health'
import { readState } from '../log/read-state'
import { ofColleagues } from '../together/of-colleagues'
import { breaksToReview } from '../together/breaks-of'
import { referralsToUs } from '../together/read-referrals'
import { readBoard } from './read-board'
import { readToday } from './read-today'

/** What the serving process knows of itself, for the admin's health page. */
export const HomeQuery = z.object({ keysDir: z.string(), world: z.enum(worlds), embedded: z.boolean() })
export type HomeQuery = z.infer<typeof HomeQuery>

/** Each role has its own home; one reading for each. The reasons a coordinator's opens are an entry in the log. */
export const readHome = verb('home.read', async (ctx: Ctx, query: HomeQuery) => {
  switch (ctx.actor.role) {
    case 'caseworker': {
      const [today, told] = await Promise.all([readToday(ctx), ofColleagues(ctx)])
      return { role: 'caseworker' as const, today, ...told }
    }
    case 'coordinator': {
      const [board, told, breaks, referred] = await Promise.all([
        readBoard(ctx),
        ofColleagues(ctx),
        breaksToReview(ctx),
        referralsToUs(ctx),
      ])
      const objectIds = [...breaks, ...referred.asked].map(({ id }) => id)
      if (objectIds.length > 0) await record(ctx, 'home.read', { objectIds })
      return { role: 'coordinator' as const, board, breaks, referred, ...told }
    }
    case 'auditor':
      return { role: 'auditor' as const, state: await readState(ctx, undefined) }
    case 'admin':
      return { role: 'admin' as const, health: await readHealth(ctx, query) }
  }
})
