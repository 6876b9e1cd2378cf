import { type Asker, type Held, can, opens } from '@/lib/access/can'

export type Abilities = {
  edit: boolean
  record: boolean
  logContact: boolean
  reveal: boolean
  revealSources: boolean
  assign: boolean
  grant: boolean
  /** Open for a few hours, in an emergency. */
  glass: boolean
  keepTasks: boolean
  override: boolean
  decide: boolean
  close: boolean
}

/** Which buttons a person has on one file: the same answers that the verbs and row security give. */
export const abilities = (asker: Asker, held: Held): Abilities => ({
  edit: can(asker, 'case:edit', held),
  record: can(asker, 'situation:record', held),
  logContact: can(asker, 'contact:record', held),
  reveal: can(asker, 'contact:reveal', held) && opens(asker, 'contact', held),
  revealSources: can(asker, 'source:reveal', held) && opens(asker, 'source', held),
  assign: can(asker, 'case:assign', held),
  grant: can(asker, 'grant:give', held),
  glass: held.own === 'glass',
  keepTasks: can(asker, 'task:keep', held),
  override: can(asker, 'risk:override', held),
  decide: can(asker, 'proposal:decide', held),
  close: can(asker, 'case:close', held),
})
