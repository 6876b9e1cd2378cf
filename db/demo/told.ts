import type { Seeded } from '@/lib/seeded'
import { transition } from '@/lib/situations/life-cycle'
import type { Situation } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import type { Phrases } from './phrases'

export type Stage = { situation: Situation; province: string; daysAgo: number; when: string | undefined }

/** A line of the histories, read, with the dice that belong to it. */
export type Told = {
  names: string[]
  team: 'first' | 'other'
  opener: 'worker' | 'colleague'
  openedAgo: number
  stages: Stage[]
  marks: ReadonlySet<string>
  teller: string
  locale: Locale
  said: Phrases
  dice: Seeded
}

/** Who told it, by what they are to the person. */
export const tellers: Record<string, { type: string; sourceType: string; distance: string; sex: string }> = {
  sister: { type: 'SIBLING', sourceType: 'RELATIVE_RELAY', distance: 'second_hand', sex: 'F' },
  brother: { type: 'SIBLING', sourceType: 'RELATIVE_FIRSTHAND', distance: 'first_hand', sex: 'M' },
  mother: { type: 'PARENT', sourceType: 'RELATIVE_RELAY', distance: 'second_hand', sex: 'F' },
  son: { type: 'CHILD', sourceType: 'RELATIVE_RELAY', distance: 'third_hand', sex: 'M' },
  daughter: { type: 'CHILD', sourceType: 'RELATIVE_FIRSTHAND', distance: 'first_hand', sex: 'F' },
  husband: { type: 'SPOUSE', sourceType: 'RELATIVE_FIRSTHAND', distance: 'first_hand', sex: 'M' },
  wife: { type: 'SPOUSE', sourceType: 'RELATIVE_FIRSTHAND', distance: 'second_hand', sex: 'F' },
  aunt: { type: 'AUNT_UNCLE', sourceType: 'RELATIVE_RELAY', distance: 'second_hand', sex: 'F' },
  nephew: { type: 'NIECE_NEPHEW', sourceType: 'RELATIVE_RELAY', distance: 'third_hand', sex: 'M' },
  grandson: { type: 'GRANDCHILD', sourceType: 'RELATIVE_RELAY', distance: 'third_hand', sex: 'M' },
  cousin: { type: 'COUSIN', sourceType: 'RELATIVE_RELAY', distance: 'second_hand', sex: 'M' },
  friend: { type: 'FRIEND', sourceType: 'EYEWITNESS', distance: 'first_hand', sex: 'F' },
  colleague: { type: 'FRIEND', sourceType: 'CO_DETAINEE', distance: 'second_hand', sex: 'M' },
}

export function placeIn({ said, dice }: Told, province: string): string {
  return dice.pick(said.places[province.slice(0, 2)] ?? said.places['default'] ?? [])
}

/** Whether a stage between two was skipped, so that somebody has to say why. */
export const isOverGap = (from: Stage | undefined, to: Stage): boolean =>
  from !== undefined && transition(from.situation, to.situation) === 'gap'
