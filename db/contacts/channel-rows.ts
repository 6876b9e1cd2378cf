import { channelKeys } from '@/lib/contacts/channel-keys'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import type { OfPerson } from '../people/name-rows'

export type NewChannel = { kind: string | undefined; value: string | undefined; codePhrase?: string }

/** The keyed tags by which a channel is found again. */
export const tagsOf = ({ vault }: Pick<Ctx, 'vault'>, value: string): Buffer[] =>
  channelKeys(value).map((key) => vault.tag('channel', key))

/** Channels and, apart, their sealed values and the tags of these. One without a value is left out. */
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
        keys: tagsOf(ctx, value).map((tag) => ({ tag, caseId: of.caseId, channelId: id })),
      },
    ]
  })
  return {
    rows: made.map(({ row }) => row),
    values: made.map(({ value }) => value),
    keys: made.flatMap(({ keys }) => keys),
  }
}
