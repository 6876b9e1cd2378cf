import { isWhole } from '@/lib/names/is-whole'
import { givenKeys, nameKeys } from '@/lib/names/keys'
import { wholeName } from '@/lib/names/whole-name'
import type { Vault } from '../vault'

/** What a name is found by: as it is written, as the whole of it sounds, as its whole given name sounds. */
type TagKind = 'whole' | 'sound' | 'given'

export type NameTag = { tag: Buffer; kind: TagKind }

/** The keyed tags of one name, the surest first. Each kind is tagged under a key of its own. */
export function nameTags(vault: Vault, text: string): NameTag[] {
  const whole = isWhole(text) ? [wholeName(text)] : []
  return [
    ...whole.map((key) => ({ tag: vault.tag('name', key), kind: 'whole' as const })),
    ...nameKeys(text).map((key) => ({ tag: vault.tag('name-sound', key), kind: 'sound' as const })),
    ...givenKeys(text).map((key) => ({ tag: vault.tag('name-given', key), kind: 'given' as const })),
  ]
}
