import { z } from 'zod'
import { OwnPassword } from '@/lib/accounts/forms'
import { Ref, Version } from '@/lib/cases/forms'
import { choice, line, prose, uuid } from '@/lib/text'

const mentionField = /^mention-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The box of one colleague in the form of a comment. */
export const mentionFieldOf = (id: string): string => `mention-${id}`

const mentionsMax = 20

const mentionedIn = (boxes: Record<string, unknown>): string[] =>
  Object.entries(boxes)
    .flatMap(([name, value]) => (value === 'on' ? (mentionField.exec(name)?.[1] ?? []) : []))
    .slice(0, mentionsMax)

/** A comment, and a ticked box for each colleague who is to see it. */
export const WriteComment = z
  .looseObject({ ref: Ref, text: prose({ max: 4000, required: true }) })
  .transform(({ ref, text, ...boxes }) => ({ ref, text, mentioned: mentionedIn(boxes) }))
export type WriteComment = z.infer<typeof WriteComment>

export const RaiseFlag = z.object({ ref: Ref, reason: line({ max: 500, required: true }) })
export type RaiseFlag = z.infer<typeof RaiseFlag>

export const LowerFlag = z.object({
  ref: Ref,
  flagId: uuid({ required: true }),
  version: Version,
  reason: line({ max: 500, required: true }),
})
export type LowerFlag = z.infer<typeof LowerFlag>

export const FollowCase = z.object({ ref: Ref })
export type FollowCase = z.infer<typeof FollowCase>

export const HandOver = z.object({
  ref: Ref,
  version: Version,
  to: uuid({ required: true }),
  briefing: prose({ max: 8000, required: true }),
})
export type HandOver = z.infer<typeof HandOver>

/** What a search told of, for a file that is out of reach and cannot wait. */
export const BreakGlass = z.object({
  hint: uuid({ required: true }),
  reason: prose({ max: 500, required: true }),
  current: OwnPassword,
})
export type BreakGlass = z.infer<typeof BreakGlass>

export const GlassQuery = z.object({ hint: z.uuid() })
export type GlassQuery = z.infer<typeof GlassQuery>

export const glassFindings = ['justified', 'unjustified'] as const

export const ReviewGlass = z.object({
  ref: Ref,
  breakId: uuid({ required: true }),
  version: Version,
  verdict: choice(glassFindings, { required: true }),
  finding: prose({ max: 1000, required: true }),
})
export type ReviewGlass = z.infer<typeof ReviewGlass>

export const ReferCase = z.object({
  ref: Ref,
  toTeam: uuid({ required: true }),
  reason: prose({ max: 1000, required: true }),
})
export type ReferCase = z.infer<typeof ReferCase>

export const RevokeReferral = z.object({ ref: Ref, referralId: uuid({ required: true }), version: Version })
export type RevokeReferral = z.infer<typeof RevokeReferral>

export const referralDecisions = ['accept', 'decline'] as const

/** A yes names who takes the file, a no says why. */
export const DecideReferral = z
  .object({
    referralId: uuid({ required: true }),
    decision: choice(referralDecisions, { required: true }),
    owner: uuid(),
    answer: prose({ max: 1000 }),
  })
  .superRefine(({ decision, owner, answer }, ctx) => {
    if (decision === 'accept' && !owner) ctx.addIssue({ code: 'custom', path: ['owner'], message: 'required' })
    if (decision === 'decline' && !answer) ctx.addIssue({ code: 'custom', path: ['answer'], message: 'required' })
  })
export type DecideReferral = z.infer<typeof DecideReferral>
