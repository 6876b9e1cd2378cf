import { z } from 'zod'
import { Version } from '@/lib/cases/forms'
import { choice, prose, uuid } from '@/lib/text'
import { matchDecisions } from './decisions'

export const matchLists = ['open', 'waiting', 'decided'] as const
export type MatchList = (typeof matchLists)[number]

const placeShape = /^(-?\d{1,6})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The last pair of a page: what it weighs and its id. */
const Place = z
  .string()
  .optional()
  .transform((text) => {
    const [, total, id] = placeShape.exec(text ?? '') ?? []
    return total && id ? { total: Number(total), id } : undefined
  })
  .catch(undefined)

export const ListMatches = z.object({
  list: z.enum(matchLists).catch('open'),
  team: z.uuid().optional().catch(undefined),
  after: Place,
})
export type ListMatches = z.output<typeof ListMatches>

export const MatchQuery = z.object({ id: uuid({ required: true }) })
export type MatchQuery = z.infer<typeof MatchQuery>

export const DecideMatch = z.object({
  pairId: uuid({ required: true }),
  version: Version,
  decision: choice(matchDecisions, { required: true }),
  reason: prose({ max: 1000, required: true }),
})
export type DecideMatch = z.infer<typeof DecideMatch>

const ofDecision = { pairId: uuid({ required: true }), sameId: uuid({ required: true }), version: Version }

export const ApproveMatch = z.object({ ...ofDecision, reason: prose({ max: 1000 }) })
export type ApproveMatch = z.infer<typeof ApproveMatch>

export const DeclineMatch = z.object({ ...ofDecision, reason: prose({ max: 1000, required: true }) })
export type DeclineMatch = z.infer<typeof DeclineMatch>

export const UndoMatch = z.object({ ...ofDecision, reason: prose({ max: 1000, required: true }) })
export type UndoMatch = z.infer<typeof UndoMatch>

export const AskMatch = z.object({ pairId: uuid({ required: true }) })
export type AskMatch = z.infer<typeof AskMatch>

export const FindMatches = z.object({})
export type FindMatches = z.infer<typeof FindMatches>
