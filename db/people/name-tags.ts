import { isWhole } from '@/lib/names/is-whole'
import { givenKeys, nameKeys } from '@/lib/names/keys'
import { wholeName } from '@/lib/names/whole-name'
import type { Vault } from '../vault'

/** What a name is found by: as it is written, as the whole of it sounds, as its whole given name sounds. */
type TagKind = 'whole' | 'sound' | 'given'

export type NameTag = { tag: Buffer; kind: TagKind }

const drawnMax = 1000
const drawn = new WeakMap<Vault, Map<string, readonly NameTag[]>>()

/** The keyed tags of one name, the surest first. Each kind is tagged under a key of its own; within a transaction a name is tagged once. */
export function nameTags(vault: Vault, text: string): readonly NameTag[] {
  const before = drawn.get(vault) ?? new Map<string, readonly NameTag[]>()
  drawn.set(vault, before)
  const tags = before.get(text) ?? tagsOf(vault, text)
  if (before.size >= drawnMax) before.clear()
  before.set(text, tags)
  return tags
}

function tagsOf(vault: Vault, text: string): NameTag[] {
  const whole = isWhole(text) ? [wholeName(text)] : []
  return [
    ...whole.map((key) => ({ tag: vault.tag('name', key), kind: 'whole' as const })),
    ...nameKeys(text).map((key) => ({ tag: vault.tag('name-sound', key), kind: 'sound' as const })),
    ...givenKeys(text).map((key) => ({ tag: vault.tag('name-given', key), kind: 'given' as const })),
  ]
}
