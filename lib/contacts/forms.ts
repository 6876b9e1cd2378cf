import { z } from 'zod'
import { isZone } from '@/lib/accounts/zones'
import { Ref, Version } from '@/lib/cases/forms'
import { clockTime } from '@/lib/dates/clock-time'
import { partialDate } from '@/lib/dates/form'
import { channelKinds } from '@/lib/people/channels'
import { sexes } from '@/lib/people/people'
import { disclosures, kinships } from '@/lib/people/relationships'
import { credibilities, distances } from '@/lib/sources/sources'
import { checkbox, choice, line, prose, uuid } from '@/lib/text'
import { type SafeWindow, weekdays } from './safe-window'
import { signsOfLife } from './signs-of-life'

const days = Object.fromEntries(weekdays.map((day) => [day, checkbox()]))
const ticked = (sent: Record<string, unknown>) => weekdays.filter((day) => sent[day] === true)

const window = z
  .object({ ...days, from: clockTime(), until: clockTime(), zone: line({ max: 60 }) })
  .superRefine(({ from, until, zone, ...sent }, ctx) => {
    const refuse = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    const isAsked = from !== undefined || until !== undefined || ticked(sent).length > 0
    if (zone !== undefined && !isZone(zone)) refuse('zone', 'not-a-zone')
    if (isAsked && zone === undefined) refuse('zone', 'required')
    if (from !== undefined && until === undefined) refuse('until', 'required')
    if (until !== undefined && from === undefined) refuse('from', 'required')
  })
  .transform(({ from, until, zone, ...sent }): SafeWindow | null => {
    const chosen = ticked(sent)
    if (zone === undefined || (chosen.length === 0 && from === undefined)) return null
    return { days: chosen.length > 0 ? chosen : [...weekdays], from: from ?? '00:00', until: until ?? '00:00', zone }
  })

const withWindow = z
  .unknown()
  .pipe(window)
  .transform((safeWindow) => ({ safeWindow }))

/** When and by whom a channel may be used. No day ticked is every day, no time the whole day, nothing at all no window. */
export const ArrangeChannel = z
  .object({ ref: Ref, channelId: uuid({ required: true }), version: Version, knownTo: uuid() })
  .and(withWindow)
export type ArrangeChannel = z.infer<typeof ArrangeChannel>

/** One of the family with what a worker hears in one breath: who they are, how they are reached and when that is safe. */
export const AddRelative = z
  .object({
    ref: Ref,
    name: line({ max: 200, required: true }),
    type: choice(kinships, { required: true }),
    sex: choice(sexes),
    disclosure: choice(disclosures),
    kind: choice(channelKinds),
    value: line({ max: 200 }),
    codePhrase: line({ max: 200 }),
  })
  .and(withWindow)
  .superRefine(({ value, codePhrase, safeWindow }, ctx) => {
    const isAlone = value === undefined && (codePhrase !== undefined || safeWindow !== null)
    if (isAlone) ctx.addIssue({ code: 'custom', path: ['value'], message: 'required' })
  })
export type AddRelative = z.infer<typeof AddRelative>

/** New words, or a tick that there are none any more; an empty form says neither. */
export const ChangePhrase = z
  .object({
    ref: Ref,
    channelId: uuid({ required: true }),
    version: Version,
    codePhrase: line({ max: 200 }),
    isRemoved: checkbox(),
  })
  .superRefine(({ codePhrase, isRemoved }, ctx) => {
    if (codePhrase === undefined && !isRemoved)
      ctx.addIssue({ code: 'custom', path: ['codePhrase'], message: 'required' })
    if (codePhrase !== undefined && isRemoved)
      ctx.addIssue({ code: 'custom', path: ['isRemoved'], message: 'phrase-or-none' })
  })
export type ChangePhrase = z.infer<typeof ChangePhrase>

export const UnfreezeChannel = z.object({
  ref: Ref,
  channelId: uuid({ required: true }),
  version: Version,
  reason: prose({ max: 500, required: true }),
})
export type UnfreezeChannel = z.infer<typeof UnfreezeChannel>

/** A sign that the subject of a file was alive: who says so, how far from it, how credible. */
export const RecordSignOfLife = z.object({
  ref: Ref,
  kind: choice(signsOfLife, { required: true }),
  at: partialDate({ required: true }),
  sourceId: uuid({ required: true }),
  distance: choice(distances, { required: true }),
  credibility: choice(credibilities, { required: true }),
  place: line({ max: 200 }),
  words: prose({ max: 2000 }),
})
export type RecordSignOfLife = z.infer<typeof RecordSignOfLife>
