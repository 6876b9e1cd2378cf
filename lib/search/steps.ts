import type { Clause, Hit } from './terms'

const filesOf = (hits: readonly Hit[]) => new Set(hits.map(({ caseId }) => caseId))

/** What stands after a step: files that both found, that either found, or that the later did not find; each keeps why. */
export function afterStep(step: Clause['step'], standing: readonly Hit[], found: readonly Hit[]): Hit[] {
  const [before, now] = [filesOf(standing), filesOf(found)]
  if (step === 'exclude') return standing.filter(({ caseId }) => !now.has(caseId))
  if (step === 'narrow') return [...standing, ...found].filter(({ caseId }) => before.has(caseId) && now.has(caseId))
  return [...standing, ...found]
}

/** The hits of each file, the files by their best hit. */
export function byFile(hits: readonly Hit[]): { caseId: string; hits: Hit[] }[] {
  const files = new Map<string, Hit[]>()
  for (const hit of hits) files.set(hit.caseId, [...(files.get(hit.caseId) ?? []), hit])
  const best = (of: readonly Hit[]) => Math.max(...of.map(({ score }) => score))
  return [...files]
    .map(([caseId, of]) => ({ caseId, hits: of.sort((a, b) => b.score - a.score) }))
    .sort((a, b) => best(b.hits) - best(a.hits))
}
