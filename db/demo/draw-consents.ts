import type { DemoEvent } from './demo-file'
import type { Told } from './told'

const ofKin = { capacity: 'NEXT_OF_KIN_SUBJECT_UNREACHABLE', method: 'voice' }
const ofSelf = { capacity: 'SELF', method: 'video' }

/** What somebody allows, refuses and takes back, mark by mark: relatives for a person out of reach, then the person. */
export function consents({ marks, said, openedAgo, stages }: Told): DemoEvent[] {
  const within = (share: number) => Math.max(1, Math.floor(openedAgo * share))
  const { language } = said
  const asked = { CASEWORK: 'granted', UN_WGEID: 'granted', MEDIA_ANON: 'granted', MEDIA_NAMED: 'refused' }
  const done: Record<string, DemoEvent[]> = {
    consent: [
      { does: 'consent', daysAgo: within(0.95), from: 'caller', typed: { ...ofKin, ...asked, language } },
      {
        does: 'consent',
        daysAgo: within(0.9),
        from: 'caller',
        typed: { ...ofKin, method: 'written', SHARE_PARTNER_NGO: 'granted', SHARE_GOV_ROK: 'refused', language },
      },
    ],
    withdrawn: [
      {
        does: 'consent',
        daysAgo: within(0.2),
        from: 'caller',
        typed: { ...ofKin, MEDIA_ANON: 'withdrawn', SHARE_PARTNER_NGO: 'withdrawn', limits: said.limits, language },
      },
    ],
    self: [
      {
        does: 'consent',
        daysAgo: Math.max(1, (stages.at(-1)?.daysAgo ?? 0) - 15),
        from: 'subject',
        typed: { ...ofSelf, CASEWORK: 'granted', RESEARCH_STATS: 'granted', CONTACT_FAMILY: 'refused', language },
      },
    ],
    represented: [
      {
        does: 'consent',
        daysAgo: within(0.5),
        from: 'caller',
        typed: {
          capacity: 'LEGAL_REP',
          method: 'written',
          JUSTICE_BODIES: 'granted',
          UN_PUBLIC_NAME: 'refused',
          language,
        },
      },
    ],
  }
  return [...marks].flatMap((mark) => done[mark] ?? [])
}
