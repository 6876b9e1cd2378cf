import { dayNumber } from '@/lib/dates/calendar'
import type { Situation } from '@/lib/situations/situations'
import type { RiskFactor } from './risk-factors'
import { riskOf, turningDays } from './risk-of'
import { type Risk, risks } from './risks'

const day = 86_400_000

export type RiskFacts = {
  situation: Situation
  /** The latest day (YYYY-MM-DD) on which the situation can have begun. */
  since: string
  factors: readonly RiskFactor[]
  isChannelCompromised: boolean
  override: { risk: Risk; until: Date } | null
}

export type RiskGround = Pick<RiskFacts, 'factors' | 'isChannelCompromised' | 'override'>

export const noGround: RiskGround = { factors: [], isChannelCompromised: false, override: null }

/** One reason of a level, with the level that it leads to. */
export type RiskReason = { because: 'situation' | 'channel_compromised' | 'override' | RiskFactor; risk: Risk }

/** The level now with its reasons, and the next change that is known already: to which level, and when. */
export type RiskPlan = { risk: Risk; reasons: RiskReason[]; then: Risk | null; until: Date | null }

const anywhere = () => true
const inCustody = ({ situation }: RiskFacts) =>
  ['UNVERIFIED', 'DET_TRANSIT', 'IMMINENT_RETURN', 'RETURNED', 'DET_ORIGIN', 'MISSING'].includes(situation)
const heldAbroad = ({ situation }: RiskFacts) =>
  ['UNVERIFIED', 'DET_TRANSIT', 'IMMINENT_RETURN', 'MISSING'].includes(situation)

/** What makes the danger critical at once, where the situation leaves it possible. */
const triggers: Partial<Record<RiskFactor, (facts: RiskFacts) => boolean>> = {
  transport_notice: anywhere,
  border_mass_return: heldAbroad,
  medical_need_in_custody: inCustody,
}

const signsOnHiding: readonly RiskFactor[] = ['associate_arrested', 'household_check']

const isAggravator = (factor: RiskFactor) => triggers[factor] === undefined && !signsOnHiding.includes(factor)

const above = (risk: Risk): Risk => risks[Math.min(risks.indexOf(risk) + 1, risks.length - 1)] ?? risk

function ladder(facts: RiskFacts, at: Date): RiskReason[] {
  const { situation, since, factors, isChannelCompromised } = facts
  const sinceDays = Math.max(0, Math.floor((at.getTime() - dayNumber(since) * day) / day))
  const base = riskOf({ situation, sinceDays })
  const reasons: RiskReason[] = [{ because: 'situation', risk: base }]
  if (situation === 'DECEASED') return reasons
  if (situation === 'HIDING') {
    const signs = factors.filter((factor) => signsOnHiding.includes(factor))
    reasons.push(...signs.map((because): RiskReason => ({ because, risk: 'R2' })))
    if (isChannelCompromised) reasons.push({ because: 'channel_compromised', risk: 'R2' })
  }
  const critical = factors.filter((factor) => triggers[factor]?.(facts))
  reasons.push(...critical.map((because): RiskReason => ({ because, risk: 'R4' })))
  const raised = above(reasons.at(-1)?.risk ?? base)
  return [...reasons, ...factors.filter(isAggravator).map((because): RiskReason => ({ because, risk: raised }))]
}

function reasonsAt(facts: RiskFacts, at: Date): RiskReason[] {
  const { override } = facts
  const reasons = ladder(facts, at)
  return override && at < override.until ? [...reasons, { because: 'override', risk: override.risk }] : reasons
}

const levelAt = (facts: RiskFacts, at: Date): Risk => reasonsAt(facts, at).at(-1)?.risk ?? 'R4'

/**
 * The level of risk with its reasons, after the scale of Vigil's domain reference, §2.8: the situation and how long it
 * has lasted, what makes it critical, what raises it, and a person's override while it holds. The reasons stand in the
 * order in which they count; the last one's level is the answer. "Aggravators (+1, cap R4)" is read as one step for all
 * of them together: a step for each would put half of those in hiding beside those who are sent back tomorrow, and
 * leave the highest level without a meaning. The same facts always give the same plan.
 */
export function riskPlan(facts: RiskFacts, now: Date): RiskPlan {
  const reasons = reasonsAt(facts, now)
  const risk = levelAt(facts, now)
  const changes = turningDays(facts.situation).map((days) => new Date((dayNumber(facts.since) + days) * day))
  const until = [...changes, ...(facts.override ? [facts.override.until] : [])]
    .sort((a, b) => a.getTime() - b.getTime())
    .find((at) => at > now && levelAt(facts, at) !== risk)
  return { risk, reasons, then: until ? levelAt(facts, until) : null, until: until ?? null }
}

/** The level that the facts give without anybody's override. */
export const plainRisk = (facts: RiskFacts, now: Date): Risk => levelAt({ ...facts, override: null }, now)
