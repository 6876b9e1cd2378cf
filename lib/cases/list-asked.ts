import { z } from 'zod'
import { choice } from '@/lib/text'

const panels = ['more', 'keep', 'export'] as const

/** What of a list's page was asked for beside its rows: a panel that waits behind its link. */
export const ListAsked = z.object({ panel: choice(panels).catch(undefined) })
export type ListAsked = z.infer<typeof ListAsked>
