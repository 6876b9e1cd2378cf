import { z } from 'zod'
import { provinces } from '@/lib/places/provinces'
import { Cursor } from '@/lib/cursor'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import { choice, uuid } from '@/lib/text'

export const silences = ['30', '90'] as const

/** What a list of files may be narrowed by; whatever is no filter is left out, so that a mistyped address shows the list. */
export const ListCases = z.object({
  situation: choice(situations).catch(undefined),
  risk: choice(risks).catch(undefined),
  worker: uuid().catch(undefined),
  province: choice(provinces).catch(undefined),
  silence: choice(silences)
    .transform((days) => (days ? Number(days) : undefined))
    .catch(undefined),
  review: choice(['late']).catch(undefined),
  mine: choice(['yes']).catch(undefined),
  after: Cursor,
})
export type ListCases = z.infer<typeof ListCases>

/** The filters as a query string, in one order, without the place in the list. */
export function listKey(query: ListCases): string {
  const { situation, risk, worker, province, silence, review, mine } = query
  const parts = { situation, risk, worker, province, silence: silence?.toString(), review, mine }
  return new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString()
}

export const ShowNames = z.object({ list: z.string().max(300) })
export type ShowNames = z.infer<typeof ShowNames>
