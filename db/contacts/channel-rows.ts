import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import type { OfPerson } from '../people/name-rows'

export type NewChannel = { kind: string | undefined; value: string | undefined; codePhrase?: string }

/** Channels and, apart, their sealed values. One without a value is left out. */
export function channelRows(ctx: Ctx, of: OfPerson, channels: readonly NewChannel[]) {
  const made = channels.flatMap(({ kind, value, codePhrase }) => {
    if (value === undefined) return []
    const id = newId()
    const place = { ...of, rowId: id }
    return [
      {
        row: { id, ...of, kind: kind ?? 'phone', recordedBy: ctx.actor.id, recordedAt: ctx.now },
        value: {
          channelId: id,
          caseId: of.caseId,
          value: ctx.vault.seal('contact_value.value', place, value),
          codePhrase: ctx.vault.sealOptional('contact_value.code_phrase', place, codePhrase),
        },
      },
    ]
  })
  return { rows: made.map(({ row }) => row), values: made.map(({ value }) => value) }
}
