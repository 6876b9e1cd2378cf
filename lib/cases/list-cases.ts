import { z } from 'zod'
import { provinces } from '@/lib/places/provinces'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import { choice, uuid } from '@/lib/text'
import { chosenColumns } from './chosen-columns'
import { caseSorts, placeIn } from './list-place'

export const silences = ['30', '90'] as const

/** `late` is overdue since yesterday or longer, `due` has today too. */
export const reviewStates = ['late', 'due'] as const

/** Whose work goes on (the usual list), whose has ended, or both; drafts are in none. */
export const listedWorkflows = ['open', 'closed', 'all'] as const

/** Files of one's own team, or those of others that one was given. */
export const listedTeams = ['own', 'other'] as const

const narrowing = {
  situation: choice(situations).catch(undefined),
  risk: choice(risks).catch(undefined),
  worker: uuid().catch(undefined),
  province: choice(provinces).catch(undefined),
  silence: choice(silences)
    .transform((days) => (days ? Number(days) : undefined))
    .catch(undefined),
  review: choice(reviewStates).catch(undefined),
  workflow: choice(listedWorkflows)
    .transform((word) => (word === 'open' ? undefined : word))
    .catch(undefined),
  team: choice(listedTeams).catch(undefined),
  flagged: choice(['yes']).catch(undefined),
  mine: choice(['yes']).catch(undefined),
}

/** What a list of files may be narrowed by; whatever is no filter is left out, so that a mistyped address shows the list. */
export const ListFilters = z.object(narrowing)
export type ListFilters = z.infer<typeof ListFilters>

const codes = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .optional()
  .catch(undefined)

/** The filters, the order and the columns of a list, and the place in it. */
export const ListCases = z
  .object({
    ...narrowing,
    sort: choice(caseSorts)
      .transform((word) => (word === 'changed' ? undefined : word))
      .catch(undefined),
    columns: codes.transform((given) => given && chosenColumns(given)),
    after: z.string().optional().catch(undefined),
  })
  .transform((query) => ({ ...query, after: placeIn(query.sort ?? 'changed', query.after) }))
export type ListCases = z.infer<typeof ListCases>

const filterParts = (query: ListFilters): [string, string][] => {
  const { situation, risk, worker, province, silence, review, workflow, team, flagged, mine } = query
  const parts = {
    situation,
    risk,
    worker,
    province,
    silence: silence?.toString(),
    review,
    workflow,
    team,
    flagged,
    mine,
  }
  return Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []))
}

/** The filters as a query string, in one order. */
export const filterKey = (query: ListFilters): string => new URLSearchParams(filterParts(query)).toString()

/** Filters, order and columns as a query string, in one order, without the place in the list. */
export function listKey(query: Omit<ListCases, 'after'>): string {
  const { sort, columns } = query
  const drawn = Object.entries({ sort, columns: columns?.join('.') }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  return new URLSearchParams([...filterParts(query), ...drawn]).toString()
}

export const ShowNames = z.object({ list: z.string().max(600) })
export type ShowNames = z.infer<typeof ShowNames>
