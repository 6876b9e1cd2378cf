import type { Standing } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { label, words } from '@/app/words'
import type { FamilyView } from '@/db/contacts/read-family'
import type { PartialDate } from '@/lib/dates/partial-date'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { personName } from '../../person-name'
import type { Said } from '../back-to-family'

/** What every part of the page is drawn from: the form it was asked for, what was just done, and what a sign comes from. */
export type Part = {
  view: FamilyView
  standing: Standing
  asked: string | undefined
  said: Said | undefined
  from: string | undefined
}

export const pathOf = ({ view }: Part): string => `/cases/${view.ref}/family`

export const askedOf = (part: Part) => ({
  at: pathOf(part),
  asked: part.asked,
  close: words(part.standing.look.locale)('caseFile.closeForm'),
})

/** Everybody's name in this file, by id. */
export const namesIn = ({ view, standing }: Part): Map<string, string> =>
  new Map(view.people.map((person) => [person.id, personName(person, standing.look.locale)]))

export const dateText = (date: PartialDate, { standing }: Part): string =>
  presentPartialDate(date, standing.look.locale)

/** A place in words and its province, whichever is known. */
export function placeText(at: { place: string | null; province: string | null }, { standing }: Part): string {
  const province = at.province === null ? null : label(standing.look.locale, 'provinces', at.province)
  return [at.place, province].filter(Boolean).join(' · ')
}

/** Says in the part it concerns that something has just been recorded. */
export function Confirmed({ part, of }: { part: Part; of: readonly Said[] }) {
  if (!part.said || !of.includes(part.said)) return null
  return <Notice kind="success">{words(part.standing.look.locale)(`family.said.${part.said}`)}</Notice>
}
