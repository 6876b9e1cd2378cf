import type { InterventionState } from './interventions'

/** What can be told of an intervention once it is out. */
export const tellings = [
  'acknowledged',
  'transmitted_to_state',
  'replied',
  'closed',
] as const satisfies readonly InterventionState[]
export type Telling = (typeof tellings)[number]

/** While it is in one of these something of the person is out, or about to be. */
export const liveStates = [
  'approved',
  'submitted',
  'acknowledged',
  'transmitted_to_state',
  'replied',
] as const satisfies readonly InterventionState[]

/** While it is in one of these an answer is waited for. */
export const awaitingStates = [
  'submitted',
  'acknowledged',
  'transmitted_to_state',
] as const satisfies readonly InterventionState[]

const steps: Record<InterventionState, readonly InterventionState[]> = {
  draft: ['approved', 'withdrawn'],
  approved: ['submitted', 'withdrawn'],
  submitted: ['acknowledged', 'transmitted_to_state', 'replied', 'closed', 'withdrawn'],
  acknowledged: ['transmitted_to_state', 'replied', 'closed', 'withdrawn'],
  transmitted_to_state: ['replied', 'closed', 'withdrawn'],
  replied: ['replied', 'closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
}

/** Whether an intervention can go from one state to the next; a body may reply more than once. */
export const mayStep = (from: InterventionState, to: InterventionState): boolean => steps[from].includes(to)

/** What can be told next of an intervention in this state. */
export const nextTellings = (from: InterventionState): Telling[] => tellings.filter((to) => mayStep(from, to))
