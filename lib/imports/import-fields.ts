/** What a column of a list can be: the answers of an urgent call, and what lists say of the person besides. */
export const importFields = [
  'name',
  'otherName',
  'sex',
  'birth',
  'situation',
  'when',
  'province',
  'place',
  'account',
  'sourceType',
  'distance',
  'told',
  'connection',
  'contactKind',
  'contactValue',
  'secondKind',
  'secondValue',
  'confirmed',
] as const
export type ImportField = (typeof importFields)[number]

/** A `note` goes into the account under its heading, so that nothing a list says is lost. */
export const columnTargets = [...importFields, 'note'] as const
export type ColumnTarget = (typeof columnTargets)[number]

export const columnsMax = 200

/** Columns that our own files of refused rows carry, and no field. */
export const ownHeadings = { row: 'vigil row', reasons: 'vigil reasons' } as const
