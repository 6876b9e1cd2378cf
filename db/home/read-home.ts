import { z } from 'zod'
import { worlds } from '@/lib/env'
import { type Ctx, verb } from '../ctx'
import { readHealth } from '../house/read-health'
import { readState } from '../log/read-state'
import { readBoard } from './read-board'
import { readToday } from './read-today'

/** What the serving process knows of itself, for the admin's health page. */
export const HomeQuery = z.object({ keysDir: z.string(), world: z.enum(worlds), embedded: z.boolean() })
export type HomeQuery = z.infer<typeof HomeQuery>

/** Each role has its own home; one reading for each. */
export const readHome = verb('home.read', async (ctx: Ctx, query: HomeQuery) => {
  switch (ctx.actor.role) {
    case 'caseworker':
      return { role: 'caseworker' as const, today: await readToday(ctx) }
    case 'coordinator':
      return { role: 'coordinator' as const, board: await readBoard(ctx) }
    case 'auditor':
      return { role: 'auditor' as const, state: await readState(ctx, undefined) }
    case 'admin':
      return { role: 'admin' as const, health: await readHealth(ctx, query) }
  }
})
