import type { Tx } from '@/db/client'
import { entryOf } from '@/db/audit'
import type { House } from '@/db/house'
import { nameTags } from '@/db/people/name-tags'
import { projection } from '@/db/situations/projection'
import { Vault } from '@/db/vault'
import { monthOf } from '@/lib/dates/month-of'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { scriptOf } from '@/lib/names/whole-name'
import type { Rows } from './copy-into'
import type { DrawnEntry, DrawnFile } from './draw-file'

export type Sealing = { db: Tx; house: House; teams: readonly string[] }

const reliability = 'F'
const stance = 'asserts'
const partial = (edtf: string | null) => (edtf === null ? null : fromEdtf(edtf))

/** The entries as the life-cycle reads them. */
export const shapesOf = (file: DrawnFile) =>
  file.entries.map(({ id, situation, valid, recordedAt, credibility, province }) => {
    const graded = { reliability, credibility, province, stance, correctionOf: null }
    return { id, situation, valid: partial(valid), recordedAt, ...graded }
  })

/** What lists and clocks show of the file, derived as the verbs derive it. */
export function projected(file: DrawnFile) {
  return { silentSince: file.openedAt.toISOString().slice(0, 10), ...projection(shapesOf(file), file.changedAt) }
}

function fileRows(vault: Vault, file: DrawnFile, teamId: string): Rows {
  const shown = projected(file)
  const by = { recorded_by: file.owner, recorded_at: file.openedAt }
  const held = { id: file.id, teamId, confidentiality: file.confidentiality, own: 'work' as const }
  const keys = vault.draw(held, [file.subject.id, file.caller.id], ['file', 'log'])
  const birth = { caseId: file.id, personId: file.subject.id, rowId: file.subject.id }
  const person = { case_id: file.id, fate: 'unknown', ...by }
  const sealedBirth = vault.sealOptional('person.birth', birth, file.subject.birth ?? undefined)
  return {
    case_file: [
      {
        id: file.id,
        ref: file.ref,
        pseudonym: vault.tag('pseudonym', file.id),
        team_id: teamId,
        owner_id: file.owner,
        confidentiality: file.confidentiality,
        situation: shown.situation,
        situation_month: shown.situationMonth,
        reliability: shown.reliability,
        credibility: shown.credibility,
        risk: shown.risk,
        province: shown.province,
        silent_since: shown.silentSince,
        review_due: shown.reviewDue,
        opened_at: file.openedAt,
        changed_at: file.changedAt,
      },
    ],
    vault_key: keys.map(({ id, personId, purpose, epoch, wrapped }) => {
      return { id, case_id: file.id, person_id: personId, purpose, epoch, wrapped }
    }),
    person: [
      { ...person, id: file.subject.id, role: 'subject', sex: file.subject.sex, birth: sealedBirth },
      { ...person, id: file.caller.id, role: 'caller', sex: 'U', birth: null },
    ],
  }
}

function nameRows(vault: Vault, file: DrawnFile): Rows {
  const of = { case_id: file.id, person_id: file.subject.id }
  const keys = file.subject.names.flatMap(({ text }) => nameTags(vault, text))
  const tags = new Map(keys.map((key) => [key.tag.toString('hex'), key]))
  return {
    person_name: file.subject.names.map(({ id, text }) => ({
      ...of,
      id,
      text: vault.seal('person_name.text', { caseId: file.id, personId: file.subject.id, rowId: id }, text),
      script: scriptOf(text),
      kind: 'as_reported',
      scheme: 'none',
      is_primary: true,
      recorded_by: file.owner,
      recorded_at: file.openedAt,
    })),
    name_key: [...tags.values()].map((key) => ({ ...of, ...key })),
  }
}

function sourceRows(vault: Vault, file: DrawnFile): Rows {
  const { id, type, distance, told, connection } = file.source
  const at = { caseId: file.id, rowId: id }
  const by = { recorded_by: file.owner, recorded_at: file.openedAt }
  const sealed = vault.seal('source.connection', at, connection)
  const graded = { code: 'SRC-1', type, reliability, distance, origin_group: 1 }
  return {
    source: [{ id, case_id: file.id, ...graded, connection: sealed, ...by }],
    source_identity: [{ source_id: id, case_id: file.id, name: vault.seal('source_identity.name', at, told) }],
  }
}

function entryRows(vault: Vault, file: DrawnFile, entry: DrawnEntry): Rows {
  const at = { caseId: file.id, rowId: entry.id }
  const by = { recorded_by: file.owner, recorded_at: entry.recordedAt }
  const { id, situation, valid, place, province, note, credibility } = entry
  const date = partial(valid)
  return {
    claim: entry.claims.map((claim) => ({
      id: claim.id,
      case_id: file.id,
      person_id: file.subject.id,
      source_id: file.source.id,
      predicate: claim.predicate,
      value: vault.seal('claim.value', { caseId: file.id, rowId: claim.id }, claim.text),
      credibility,
      distance: file.source.distance,
      ...by,
    })),
    situation_entry: [
      {
        id,
        case_id: file.id,
        situation,
        valid: vault.sealOptional('situation_entry.valid', at, valid ?? undefined),
        valid_month: date && monthOf(date),
        place: vault.seal('situation_entry.place', at, place),
        province,
        reliability,
        credibility,
        note: vault.sealOptional('situation_entry.note', at, note ?? undefined),
        ...by,
      },
    ],
    situation_basis: entry.claims.map((claim) => ({ entry_id: id, claim_id: claim.id, case_id: file.id })),
  }
}

function channelRows(vault: Vault, file: DrawnFile): Rows {
  const of = { caseId: file.id, personId: file.caller.id }
  const by = { recorded_by: file.owner, recorded_at: file.openedAt }
  return {
    contact_channel: file.channels.map(({ id, kind }) => {
      return { id, case_id: file.id, person_id: file.caller.id, kind, state: 'untested', ...by }
    }),
    contact_value: file.channels.map(({ id, value }) => {
      const sealed = vault.seal('contact_value.value', { ...of, rowId: id }, value)
      return { channel_id: id, case_id: file.id, value: sealed }
    }),
  }
}

/** The calls, and the review that waits. */
function workRows(vault: Vault, file: DrawnFile, teamId: string): Rows {
  const [channel] = file.channels
  const due = projected(file).reviewDue
  return {
    contact_log: file.contacts.map(({ id, at, outcome, note }) => ({
      id,
      case_id: file.id,
      person_id: file.caller.id,
      channel_id: channel?.id ?? null,
      direction: 'outgoing',
      outcome,
      at: vault.seal('contact_log.at', { caseId: file.id, rowId: id }, at.toISOString().slice(0, 10)),
      note: vault.seal('contact_log.note', { caseId: file.id, rowId: id }, note),
      recorded_by: file.owner,
      recorded_at: at,
    })),
    task: due
      ? [
          {
            id: file.task.id,
            case_id: file.id,
            team_id: teamId,
            kind: 'review',
            due_at: due,
            owner_id: file.owner,
            about_id: file.id,
            recorded_at: file.changedAt,
          },
        ]
      : [],
  }
}

function auditRows(vault: Vault, file: DrawnFile, given: { db: Tx; teamId: string }): Rows {
  const actor = { id: file.owner, teamId: given.teamId }
  const details = { situation: file.entries[0]?.situation, confirmed: false }
  const ctx = { db: given.db, now: file.openedAt, vault, actor }
  const entry = entryOf(ctx, 'case.open', { caseId: file.id, details })
  return {
    audit_entry: [
      {
        id: entry.id,
        at: entry.at,
        actor_id: entry.actorId,
        deed: entry.deed,
        outcome: entry.outcome,
        case_id: entry.caseId,
        team_id: entry.teamId,
        object_ids: entry.objectIds,
        details: entry.details,
        details_commitment: entry.detailsCommitment,
      },
    ],
  }
}

/** Everything the database keeps of one file, sealed under keys of its own as the verbs seal it. */
export function sealedRows({ db, house, teams }: Sealing, file: DrawnFile): Rows[] {
  const vault = new Vault(db, house, null)
  const teamId = teams[file.team] ?? ''
  return [
    fileRows(vault, file, teamId),
    nameRows(vault, file),
    sourceRows(vault, file),
    ...file.entries.map((entry) => entryRows(vault, file, entry)),
    channelRows(vault, file),
    workRows(vault, file, teamId),
    auditRows(vault, file, { db, teamId }),
  ]
}
