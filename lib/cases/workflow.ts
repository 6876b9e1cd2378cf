/** Where our work on a file stands; apart from the situation of the person. */
export const workflows = ['draft', 'intake', 'active', 'monitoring', 'closed', 'erased'] as const
export type Workflow = (typeof workflows)[number]

/** While a file is in one of these its subject may have no other open file. */
export const openWorkflows = ['intake', 'active', 'monitoring'] as const satisfies readonly Workflow[]

const steps: Record<Workflow, readonly Workflow[]> = {
  draft: ['intake'],
  intake: ['active'],
  active: ['monitoring', 'closed'],
  monitoring: ['active'],
  closed: ['active', 'erased'],
  erased: [],
}

export function workflowMoves(from: Workflow): readonly Workflow[] {
  return steps[from]
}
