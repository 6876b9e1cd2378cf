import { appeals } from './appeals'
import type { DemoEvent } from './demo-file'
import type { Told } from './told'

const tick = (...fields: string[]) => Object.fromEntries(fields.map((field) => [`disclose-${field}`, 'on']))

/** What is written, read by the coordinator and sent, a day after another. Interventions are named by their place in the file. */
function sent(
  typed: Record<string, string>,
  { nth, daysAgo, note }: { nth: number; daysAgo: number; note: string },
): DemoEvent[] {
  return [
    { does: 'draft-intervention', daysAgo, typed },
    { does: 'approve-intervention', daysAgo: daysAgo - 1, by: 'coordinator', nth },
    { does: 'submit-intervention', daysAgo: daysAgo - 2, nth, typed: { note } },
  ]
}

/** What was submitted on the consents of a file: an appeal that was answered or is waited for, one to a partner, and a draft that nobody has allowed. */
export function interventions({ marks, openedAgo, stages, dice, locale }: Told): DemoEvent[] {
  if (!marks.has('consent')) return []
  const within = (share: number) => Math.max(4, Math.floor(openedAgo * share))
  const { group, partner, ministry, harm, sentBy, acknowledged, reply } = appeals[locale]
  const isBack = stages.some(({ situation }) => situation === 'RETURNED')
  const type = isBack ? 'WGEID_STANDARD' : 'WGEID_URGENT'
  const appeal = { type, mechanism: 'WGEID', ...group, ...harm, ...tick('circumstances', 'name', 'birth') }
  const isAnswered = openedAgo > 300 && dice.happens(0.7)
  const told: DemoEvent[] = [
    { does: 'tell-intervention', daysAgo: within(0.7), nth: 0, typed: { state: 'acknowledged', note: acknowledged } },
    {
      does: 'tell-intervention',
      daysAgo: within(0.4),
      nth: 0,
      typed: { state: 'replied', outcome: 'GENERIC_REPLY', impact: '0', note: reply },
    },
  ]
  const toPartner = {
    type: 'PARTNER_REFERRAL',
    mechanism: 'PARTNER_NGO',
    ...partner,
    ...harm,
    ...tick('circumstances', 'sex'),
  }
  const toMinistry = {
    type: 'GOV_DEMARCHE',
    mechanism: 'GOV_ROK',
    ...ministry,
    ...harm,
    ...tick('circumstances', 'name'),
  }
  return [
    ...sent(appeal, { nth: 0, daysAgo: within(0.8), note: sentBy }),
    ...(isAnswered ? told : told.slice(0, 1)),
    ...(marks.has('withdrawn') ? sent(toPartner, { nth: 1, daysAgo: within(0.5), note: sentBy }) : []),
    { does: 'draft-intervention', daysAgo: 3, typed: toMinistry },
  ]
}
