import type { FlagCases } from '@/lib/cases/after-bulk'
import { doOnEach } from '../cases/do-on-each'
import { type Ctx, verb } from '../ctx'
import { raiseFlag } from './raise-flag'

export const flagCases = verb('flag.raise', (ctx: Ctx, { reason, ...ticked }: FlagCases) =>
  doOnEach(ctx, { ...ticked, deed: 'flag:raise', recordedAs: raiseFlag.deed }, (inner, { ref }) =>
    raiseFlag(inner, { ref, reason }),
  ),
)
