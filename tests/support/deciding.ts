import { closeCase } from '@/db/cases/close-case'
import { approveProposal } from '@/db/proposals/approve-proposal'
import { declineProposal, withdrawProposal } from '@/db/proposals/decline-proposal'
import { readSituation } from '@/db/situations/read-situation'
import { recordSituation } from '@/db/situations/record-situation'
import { ApproveProposal, CloseCase, DeclineProposal, WithdrawProposal } from '@/lib/decisions/forms'
import { RecordSituation } from '@/lib/situations/forms'
import type { SceneFile } from './scene'
import type { Person, World } from './world'

type Given = Record<string, string>

/** The decisions on one file, as the people of a test take them. */
export function deciding(world: World, { id, ref, source }: Pick<SceneFile, 'id' | 'ref' | 'source'>) {
  const versionOf = async () => {
    const [row] = await world.owner.sql<{ version: number }[]>`select version from case_file where id = ${id}`
    return String(row?.version)
  }
  const waiting = async () => {
    const [row] = await world.owner.sql<{ id: string }[]>`
      select id from proposal where case_id = ${id} and state = 'waiting' order by proposed_at desc limit 1`
    return row?.id ?? ''
  }
  return {
    view: (person: Person) => world.does(person, readSituation, { ref, on: undefined }),
    record: async (person: Person, given: Given) => {
      const typed = { ref, version: await versionOf(), sourceId: source, credibility: '2', ...given }
      return world.does(person, recordSituation, RecordSituation.parse(typed))
    },
    close: async (person: Person, given: Given = {}) =>
      world.does(person, closeCase, CloseCase.parse({ ref, version: await versionOf(), reason: 'safe', ...given })),
    approve: async (person: Person, given: Given = {}) => {
      const typed = { ref, proposalId: await waiting(), version: '1', ...given }
      return world.does(person, approveProposal, ApproveProposal.parse(typed))
    },
    decline: async (person: Person) => {
      const typed = { ref, proposalId: await waiting(), version: '1', reason: 'she has written since' }
      return world.does(person, declineProposal, DeclineProposal.parse(typed))
    },
    withdraw: async (person: Person) => {
      const typed = { ref, proposalId: await waiting(), version: '1' }
      return world.does(person, withdrawProposal, WithdrawProposal.parse(typed))
    },
    tasks: async () => {
      const rows = await world.owner.sql<{ kind: string; state: string }[]>`
        select kind, state from task where case_id = ${id} order by kind, state`
      return rows.map(({ kind, state }) => `${kind} ${state}`)
    },
    state: async () => {
      const [row] = await world.owner.sql<{ situation: string; workflow: string; fate: string; due: Date | null }[]>`
        select c.situation, c.workflow, p.fate, c.review_due as due
          from case_file c join person p on p.case_id = c.id and p.role = 'subject' where c.id = ${id}`
      return row
    },
  }
}
