export const channelKinds = ['phone', 'wechat', 'kakao', 'signal', 'email', 'courier', 'via_person'] as const
export type ChannelKind = (typeof channelKinds)[number]

export const channelStates = ['untested', 'working', 'silent', 'lost', 'compromised', 'do_not_use'] as const
export type ChannelState = (typeof channelStates)[number]

export const channelStateOf = (code: string): ChannelState =>
  channelStates.find((state) => state === code) ?? 'untested'

export const contactDirections = ['incoming', 'outgoing'] as const
export type ContactDirection = (typeof contactDirections)[number]

export const directionOf = (code: string): ContactDirection =>
  contactDirections.find((direction) => direction === code) ?? 'outgoing'

export const contactOutcomes = [
  'reached',
  'no_answer',
  'disconnected',
  'third_party_answered',
  'duress_suspected',
] as const
export type ContactOutcome = (typeof contactOutcomes)[number]

export const outcomeOf = (code: string): ContactOutcome =>
  contactOutcomes.find((outcome) => outcome === code) ?? 'no_answer'

const failuresToSilence = 3

export type ContactSoFar = { state: ChannelState; failuresBefore: number }

/**
 * The state of a channel after one more contact: a stranger's voice or duress makes it `compromised`, three failures
 * in a row `silent`. What a person has ruled out (`compromised`, `lost`, `do_not_use`) no call makes usable again.
 * `failuresBefore` counts the unbroken run of failures before this contact.
 */
export function channelAfter(outcome: ContactOutcome, { state, failuresBefore }: ContactSoFar): ChannelState {
  if (state === 'do_not_use' || state === 'compromised') return state
  if (outcome === 'third_party_answered' || outcome === 'duress_suspected') return 'compromised'
  if (state === 'lost') return state
  if (outcome === 'reached') return 'working'
  return failuresBefore + 1 >= failuresToSilence ? 'silent' : state
}
