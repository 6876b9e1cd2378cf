import type { Ctx } from '../ctx'

/** One transaction as the person it is for, who is asked anew each time whether they still may. */
export type Acting = <T>(run: (ctx: Ctx) => Promise<T>) => Promise<T>
