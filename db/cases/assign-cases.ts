import type { AssignCases } from '@/lib/cases/after-bulk'
import { type Ctx, verb } from '../ctx'
import { assignCase } from './assign-case'
import { doOnEach } from './do-on-each'

export const assignCases = verb('case.assign', (ctx: Ctx, { owner, ...ticked }: AssignCases) =>
  doOnEach(ctx, { ...ticked, deed: 'case:assign', recordedAs: assignCase.deed }, (inner, file) =>
    assignCase(inner, { ...file, owner }),
  ),
)
