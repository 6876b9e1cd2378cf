import type { NameKind, NameScheme } from '@/lib/people/names'
import { scriptOf } from '@/lib/names/whole-name'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { nameTags } from './name-tags'

export type OfPerson = { caseId: string; personId: string }

export type NewName = { text: string; kind: NameKind; scheme: NameScheme; isPrimary: boolean }

/** One name sealed under the person's key, and the keyed tags it is found by. */
export function nameRow(ctx: Ctx, of: OfPerson, name: NewName) {
  const id = newId()
  const row = {
    id,
    ...of,
    text: ctx.vault.seal('person_name.text', { ...of, rowId: id }, name.text),
    script: scriptOf(name.text),
    kind: name.kind,
    scheme: name.scheme,
    isPrimary: name.isPrimary,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  }
  return { row, keys: nameTags(ctx.vault, name.text).map((key) => ({ ...of, ...key })) }
}

/** Names as heard, the first of each script being its primary one. */
export function nameRows(ctx: Ctx, of: OfPerson, texts: readonly (string | undefined)[]) {
  const made: ReturnType<typeof nameRow>[] = []
  for (const text of texts) {
    if (text === undefined) continue
    const one = nameRow(ctx, of, { text, kind: 'as_reported', scheme: 'none', isPrimary: true })
    made.push({ ...one, row: { ...one.row, isPrimary: !made.some(({ row }) => row.script === one.row.script) } })
  }
  const keys = new Map(made.flatMap(({ keys }) => keys).map((key) => [key.tag.toString('hex'), key]))
  return { rows: made.map(({ row }) => row), keys: [...keys.values()] }
}
