import { lastKnownAlive } from '@/lib/situations/last-known-alive'
import { scriptOf } from '@/lib/names/whole-name'
import type { Rows } from './copy-into'
import type { DrawnFile } from './draw-file'
import { projected, shapesOf } from './sealed-rows'

/** Who the floor's two lists are for, with the names of the staff in clear. */
export type Readers = { caseworker: string; names: ReadonlyMap<string, string> }

function listsOf(file: DrawnFile, { caseworker }: Readers): string[] {
  const own = file.owner === caseworker
  const open = (...words: string[]) => file.team === 0 && words.includes(file.confidentiality)
  return [...(own || open('team') ? ['caseworker'] : []), ...(open('team', 'assigned') ? ['coordinator'] : [])]
}

function peopleRows(file: DrawnFile): Rows {
  const { subject, caller } = file
  const names = subject.names.map(({ id, text }) => {
    return { id, file_id: file.id, person_id: subject.id, text, script: scriptOf(text) }
  })
  return {
    person: [
      { id: subject.id, file_id: file.id, role: 'subject', sex: subject.sex, birth: subject.birth },
      { id: caller.id, file_id: file.id, role: 'caller', sex: 'U', birth: null },
    ],
    person_name: names,
  }
}

function factRows(file: DrawnFile, { names }: Readers): Rows {
  const { id, type, distance, told, connection } = file.source
  return {
    source: [{ id, file_id: file.id, code: 'SRC-1', type, reliability: 'F', distance, connection }],
    source_identity: [{ source_id: id, file_id: file.id, name: told }],
    claim: file.entries.flatMap((entry) =>
      entry.claims.map((claim) => {
        return { id: claim.id, file_id: file.id, source_id: id, predicate: claim.predicate, value: claim.text }
      }),
    ),
    entry: file.entries.map((entry) => ({
      id: entry.id,
      file_id: file.id,
      situation: entry.situation,
      valid: entry.valid,
      place: entry.place,
      province: entry.province,
      grade: `F${entry.credibility}`,
      note: entry.note,
      recorded_by: names.get(file.owner) ?? '',
      recorded_at: entry.recordedAt,
    })),
    basis: file.entries.flatMap((entry) => entry.claims.map((claim) => ({ entry_id: entry.id, claim_id: claim.id }))),
    channel: file.channels.map((channel) => {
      return { id: channel.id, file_id: file.id, person_id: file.caller.id, kind: channel.kind, state: 'untested' }
    }),
    channel_value: file.channels.map((channel) => ({ channel_id: channel.id, value: channel.value })),
  }
}

/** The same file in clear, in the floor's own tables. */
export function clearRows(file: DrawnFile, readers: Readers): Rows[] {
  const shown = projected(file)
  const row = {
    id: file.id,
    ref: file.ref,
    situation: shown.situation,
    risk: shown.risk,
    grade: `${shown.reliability}${shown.credibility}`,
    province: shown.province,
    silent_since: shown.silentSince,
    review_due: shown.reviewDue,
    worker: readers.names.get(file.owner) ?? '',
  }
  const alive = lastKnownAlive(shapesOf(file))?.edtf ?? null
  return [
    { file: [{ ...row, confidentiality: file.confidentiality, workflow: 'active', alive }] },
    { listed: listsOf(file, readers).map((list) => ({ list, changed_at: file.changedAt, ...row })) },
    peopleRows(file),
    factRows(file, readers),
  ]
}
