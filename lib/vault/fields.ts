import type { FieldClass } from '../access/grants'

/** Which key seals a field: the file's, the person's, the file's log key, the house's, or one of the house that lasts for a year. */
export type KeyOwner = 'file' | 'person' | 'log' | 'house' | 'month'

/** `staff` is no class of a file: it is what the house knows of its own people. */
export type SealedField = { code: number; class: FieldClass | 'staff'; under: KeyOwner }

/** Codes are bound into every sealed value and outlive renames: never reuse one. */
export const sealedFields = {
  'person.birth': { code: 1, class: 'name', under: 'person' },
  'person_name.text': { code: 3, class: 'name', under: 'person' },
  'contact_value.value': { code: 4, class: 'contact', under: 'person' },
  'contact_log.note': { code: 6, class: 'narrative', under: 'file' },
  'contact_log.at': { code: 7, class: 'narrative', under: 'file' },
  'source.connection': { code: 8, class: 'narrative', under: 'file' },
  'source_identity.name': { code: 9, class: 'source', under: 'file' },
  'claim.value': { code: 10, class: 'narrative', under: 'file' },
  'claim.quote': { code: 11, class: 'narrative', under: 'file' },
  'situation_entry.valid': { code: 12, class: 'narrative', under: 'file' },
  'situation_entry.place': { code: 13, class: 'narrative', under: 'file' },
  'situation_entry.note': { code: 14, class: 'narrative', under: 'file' },
  'situation_entry.gap_reason': { code: 15, class: 'narrative', under: 'file' },
  'access_grant.reason': { code: 16, class: 'reason', under: 'log' },
  'audit_entry.details': { code: 17, class: 'reason', under: 'log' },
  'account.name': { code: 18, class: 'staff', under: 'house' },
  'account.email': { code: 19, class: 'staff', under: 'house' },
  'account.password_hash': { code: 20, class: 'staff', under: 'house' },
  'task.title': { code: 22, class: 'narrative', under: 'file' },
  'task.note': { code: 23, class: 'narrative', under: 'file' },
  'flag.reason': { code: 24, class: 'narrative', under: 'file' },
  'comment.text': { code: 25, class: 'narrative', under: 'file' },
  'handover.briefing': { code: 26, class: 'narrative', under: 'file' },
  'referral.reason': { code: 27, class: 'reason', under: 'house' },
  'referral.answer': { code: 28, class: 'reason', under: 'house' },
  'glass_break.reason': { code: 29, class: 'reason', under: 'house' },
  'glass_break.finding': { code: 30, class: 'reason', under: 'house' },
  'proposal.payload': { code: 31, class: 'narrative', under: 'file' },
  'proposal.reason': { code: 32, class: 'narrative', under: 'file' },
  'workflow_step.note': { code: 33, class: 'narrative', under: 'file' },
  'risk_factor.note': { code: 34, class: 'narrative', under: 'file' },
  'risk_override.reason': { code: 35, class: 'narrative', under: 'file' },
  'sign_of_life.at': { code: 36, class: 'narrative', under: 'file' },
  'sign_of_life.place': { code: 37, class: 'narrative', under: 'file' },
  'sign_of_life.note': { code: 38, class: 'narrative', under: 'file' },
  'consent.at': { code: 39, class: 'narrative', under: 'file' },
  'consent.circumstances': { code: 40, class: 'narrative', under: 'file' },
  'intake_answer.value': { code: 41, class: 'narrative', under: 'person' },
  'draft.typed': { code: 42, class: 'narrative', under: 'file' },
  'saved_view.name': { code: 43, class: 'staff', under: 'house' },
  'contact_channel.safe_window': { code: 44, class: 'narrative', under: 'person' },
  'contact_value.code_phrase': { code: 45, class: 'contact', under: 'person' },
  'contact_log.hour': { code: 46, class: 'narrative', under: 'file' },
  'contact_log.outside_reason': { code: 47, class: 'narrative', under: 'file' },
  'person.whereabouts': { code: 48, class: 'narrative', under: 'person' },
  'flag.lowered_reason': { code: 49, class: 'narrative', under: 'file' },
  'same_as.reason': { code: 80, class: 'reason', under: 'house' },
  'same_as.settled_reason': { code: 81, class: 'reason', under: 'house' },
  'same_as.undone_reason': { code: 82, class: 'reason', under: 'house' },
  'search.terms': { code: 70, class: 'staff', under: 'month' },
  'search.findings': { code: 71, class: 'staff', under: 'month' },
  'search.name': { code: 72, class: 'staff', under: 'month' },
  'team.name': { code: 21, class: 'staff', under: 'house' },
} as const satisfies Record<string, SealedField>

export type SealedFieldName = keyof typeof sealedFields
