export type RefusalCode =
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'replayed'
  | 'forged'
  | 'too-many'
  | 'expired'
  | 'failed'

/** What a field is called → the word key of what is wrong with it, or the value that stands there now. */
export type FieldWords = Record<string, string>

/**
 * The one expected error: a verb throws it so that its transaction rolls back, and the door turns it into an answer.
 * `fields` are word keys by field name; `theirs`, on a conflict, the values that stand now, already fit to be shown.
 * The message is the code alone, so that nothing sealed can reach a log through it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: RefusalCode,
    readonly fields?: FieldWords,
    readonly theirs?: FieldWords,
  ) {
    super(code)
  }
}

/** The HTTP status of each refusal (RFC 9110; 429 is RFC 6585). */
export const statuses = {
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  replayed: 409,
  forged: 403,
  'too-many': 429,
  expired: 410,
  failed: 500,
} as const satisfies Record<RefusalCode, number>
