import type { Given } from './http'

export type FieldRule =
  | { kind: 'line' | 'prose'; max: number; required?: boolean }
  | { kind: 'code' | 'id' | 'number' | 'date' | 'hour'; required?: boolean }

/** A form of the desk: answers that are good, and what each of its fields asks for. */
export type FormRule = { form: string; good: Given; fields: Record<string, FieldRule> }

export type FileIds = { subject: string; caller: string; source: string; channel: string }

const line = (max: number, required = false): FieldRule => ({ kind: 'line', max, required })
const prose = (max: number, required = false): FieldRule => ({ kind: 'prose', max, required })
const code = (required = false): FieldRule => ({ kind: 'code', required })
const id = (required = false): FieldRule => ({ kind: 'id', required })
const hour = (required = false): FieldRule => ({ kind: 'hour', required })
const date = (required = false): FieldRule => ({ kind: 'date', required })

export const intakeRule = (good: Given): FormRule => ({
  form: 'intake',
  good,
  fields: {
    name: line(200, true),
    otherName: line(200),
    told: line(200),
    connection: line(200),
    sourceType: code(true),
    distance: code(true),
    situation: code(true),
    province: code(),
    place: line(200),
    account: prose(4000),
    when: date(),
    contactKind: code(),
    contactValue: line(200),
    secondKind: code(),
    secondValue: line(200),
  },
})

const situationRule = ({ source }: FileIds): FormRule => ({
  form: 'record',
  good: {
    situation: 'IMMINENT_RETURN',
    when: 'April 2023',
    sourceId: source,
    credibility: '3',
    stance: 'asserts',
    province: 'CN-JL',
    place: 'in Tumen',
    account: 'She rang from detention.',
    quote: 'They say tomorrow.',
    gapReason: '',
    correctionOf: '',
  },
  fields: {
    situation: code(true),
    when: date(),
    sourceId: id(true),
    credibility: code(true),
    stance: code(),
    province: code(),
    place: line(200),
    account: prose(4000),
    quote: prose(2000),
    gapReason: prose(500),
    correctionOf: id(),
  },
})

const peopleRules = ({ subject, caller }: FileIds): FormRule[] => [
  { form: `person-${subject}`, good: { sex: 'F', birth: 'about 1975' }, fields: { sex: code(true), birth: date() } },
  {
    form: 'name',
    good: { personId: subject, text: '로향미', kind: 'birth', scheme: 'none' },
    fields: { personId: id(true), text: line(200, true), kind: code(true), scheme: code(true) },
  },
  {
    form: 'person',
    good: { role: 'relative', name: 'Ro Sun-ok', sex: 'F' },
    fields: { role: code(true), name: line(200), sex: code(true) },
  },
  {
    form: 'relationship',
    good: { from: caller, type: 'AUNT_UNCLE', to: subject, certainty: 'stated', disclosure: 'internal' },
    fields: { from: id(true), type: code(true), to: id(true), certainty: code(true), disclosure: code() },
  },
]

const relativeRule: FormRule = {
  form: 'relative',
  good: {
    name: 'Ro Sun-ja',
    type: 'AUNT_UNCLE',
    sex: 'F',
    disclosure: 'internal',
    kind: 'signal',
    value: '+82 10 5555 0144',
    codePhrase: 'the plum tree',
    from: '20:00',
    until: '22:00',
    zone: 'Asia/Seoul',
  },
  fields: {
    name: line(200, true),
    type: code(true),
    sex: code(),
    disclosure: code(),
    kind: code(),
    value: line(200),
    codePhrase: line(200),
    from: hour(),
    until: hour(),
  },
}

const contactRules = ({ caller, channel }: FileIds): FormRule[] => [
  {
    form: 'channel',
    good: { personId: caller, kind: 'kakao', value: 'aunt.of.ro', codePhrase: 'the plum tree' },
    fields: { personId: id(true), kind: code(true), value: line(200, true), codePhrase: line(200) },
  },
  { form: `channel-${channel}`, good: { state: 'working' }, fields: { state: code(true) } },
  {
    form: 'contact',
    good: {
      personId: caller,
      channelId: channel,
      at: '2023-10-09',
      direction: 'incoming',
      outcome: 'reached',
      note: 'She rang again.',
      hour: '21:30',
      outsideReason: 'She had asked for it.',
      nextTry: '2999-10-12',
      nextHour: '20',
    },
    fields: {
      personId: id(true),
      channelId: id(),
      at: date(true),
      direction: code(true),
      outcome: code(true),
      note: prose(1000),
      hour: hour(),
      outsideReason: prose(500),
      nextTry: date(),
      nextHour: hour(),
    },
  },
]

const sourceRule: FormRule = {
  form: 'source',
  good: {
    type: 'NGO',
    told: 'a friend at an organisation',
    connection: 'none',
    distance: 'third_hand',
    reliability: 'B',
    origin: '1',
  },
  fields: {
    type: code(true),
    told: line(200),
    connection: line(200),
    distance: code(true),
    reliability: code(true),
    origin: { kind: 'number' },
  },
}

/** The forms of a file as its owner sees them, with answers that are accepted in this order. */
export const fileRules = (ids: FileIds): FormRule[] => [
  situationRule(ids),
  ...peopleRules(ids),
  relativeRule,
  ...contactRules(ids),
  sourceRule,
]

/** What only a coordinator decides about a file. */
export const decisionRules = (owner: string): FormRule[] => [
  { form: 'assign', good: { owner }, fields: { owner: id(true) } },
  { form: 'confidentiality', good: { confidentiality: 'team' }, fields: { confidentiality: code(true) } },
  {
    form: 'grant',
    good: { email: 'caseworker2@demo.example', level: 'read', days: '7', reason: 'The families know each other.' },
    fields: { email: line(200, true), level: code(true), days: code(true), reason: prose(500, true) },
  },
]

export type Fault = { typed: string; word: string }

const wide = '𠀀'

const textFaults = (max: number, isLine: boolean): Fault[] => [
  { typed: 'x'.repeat(max + 1), word: 'too-long' },
  { typed: wide.repeat(Math.ceil((max * 3 + 1) / 4)), word: 'too-long' },
  { typed: 'a\u0007b', word: 'control-characters' },
  { typed: 'a\u202Eb', word: 'bidi-characters' },
  { typed: 'a\u2066b', word: 'bidi-characters' },
  ...(isLine ? [{ typed: 'a\nb', word: 'control-characters' }] : []),
]

const dateFaults: Fault[] = [
  { typed: '2023-02-30', word: 'impossible-date' },
  { typed: '2023년 13월', word: 'impossible-date' },
  { typed: 'when the river froze', word: 'not-a-date' },
  { typed: '03/04/2023', word: 'ambiguous-date' },
  { typed: '2023\u202E-04', word: 'bidi-characters' },
  { typed: '2'.repeat(101), word: 'too-long' },
]

function faultsOfKind(rule: FieldRule): Fault[] {
  switch (rule.kind) {
    case 'line':
      return textFaults(rule.max, true)
    case 'prose':
      return textFaults(rule.max, false)
    case 'code':
      return [{ typed: 'NO-SUCH-WORD', word: 'not-on-list' }]
    case 'id':
      return [{ typed: "1' or '1'='1", word: 'not-an-id' }]
    case 'number':
      return [{ typed: 'one', word: 'not-a-number' }]
    case 'hour':
      return [{ typed: 'at dusk', word: 'not-an-hour' }]
    case 'date':
      return dateFaults
  }
}

/** Every way in which an answer to this field is not accepted, and the word for each. */
export const faultsOf = (rule: FieldRule): Fault[] => [
  ...(rule.required ? ['', '   '].map((typed) => ({ typed, word: 'required' })).slice(0, 'max' in rule ? 2 : 1) : []),
  ...faultsOfKind(rule),
]
