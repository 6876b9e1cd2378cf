import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  ChangePassword,
  CreateAccount,
  CreateTeam,
  EndSession,
  Found,
  FoundTeam,
  Join,
  ManageAccount,
  MoveAccount,
  SetLook,
} from '@/lib/accounts/forms'

type Typed = Record<string, string>

const id = '0b8f2a4e-9d1c-4f7a-8a55-0d9a1f6f5e01'
const long = 'a sentence that nobody else would write'
const twice = { password: long, again: long }
const token = 'a-token'
const who = { email: 'mina@team.example', name: '리미나' }
const account = { accountId: id, version: '1', current: 'my own' }

const forms: Record<string, [z.ZodType, Typed]> = {
  Join: [Join, { token, ...twice }],
  Found: [Found, { token, ...who, ...twice }],
  FoundTeam: [FoundTeam, { token, ...who, teamName: '북부팀', ...twice }],
  ChangePassword: [ChangePassword, { current: 'my own', ...twice }],
  CreateAccount: [CreateAccount, { ...who, role: 'auditor', current: 'my own' }],
  ManageAccount: [ManageAccount, account],
  MoveAccount: [MoveAccount, { ...account, teamId: id }],
  CreateTeam: [CreateTeam, { name: '북부팀' }],
  EndSession: [EndSession, { sessionId: id }],
  SetLook: [SetLook, { locale: 'ko', theme: 'dark', timeZone: 'Asia/Seoul' }],
}

function problems(form: string, typed: Typed): Typed {
  const parsed = forms[form]?.[0].safeParse({ ...forms[form][1], ...typed })
  return Object.fromEntries(parsed?.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
}

describe.each(Object.entries(forms))('%s', (_form, [schema, sound]) => {
  test('takes sound input', () => {
    expect(schema.safeParse(sound).error).toBeUndefined()
  })

  test('names every missing answer at its field', () => {
    for (const field of Object.keys(sound)) {
      const rest = Object.fromEntries(Object.entries(sound).filter(([name]) => name !== field))
      const parsed = schema.safeParse(rest)
      const word = field === 'again' ? 'not-the-same' : 'required'
      expect(
        parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]),
        field,
      ).toContainEqual([field, word])
    }
  })

  test('keeps nothing that is no field of it', () => {
    const parsed = schema.parse({ ...sound, state: 'active', role2: 'admin', constructor: 'x', founding: 'true' })
    expect(Object.keys(Object(parsed)).filter((name) => !(name in sound) && name !== 'teamId')).toEqual([])
  })
})

const lines = [
  ['Found', 'name', 100],
  ['FoundTeam', 'teamName', 100],
  ['CreateAccount', 'name', 100],
  ['CreateTeam', 'name', 100],
] as const

describe.each(lines)('%s.%s', (form, field, max) => {
  test.each([
    ['characters', '가'.repeat(max + 1), 'too-long'],
    ['bytes', '😀'.repeat(max), 'too-long'],
    ['a control character', 'Min\u0000a', 'control-characters'],
    ['a line break', 'Min\na', 'control-characters'],
    ['an override of direction', 'Mina\u202Enimda', 'bidi-characters'],
    ['blanks alone', '  \t ', 'required'],
  ])('is refused with too much of it or the wrong kind: %s', (_what, text, word) => {
    expect(problems(form, { [field]: text })).toEqual({ [field]: word })
  })

  test('is kept as NFC, whichever way it was typed', () => {
    const parsed: unknown = forms[form]?.[0].parse({ ...forms[form][1], [field]: ' 북부팀 '.normalize('NFD') })
    expect(parsed).toMatchObject({ [field]: '북부팀' })
  })
})

describe('an e-mail address', () => {
  test.each(['mina', 'mina@team', 'mina @team.example', '@team.example', 'a@b@c.example'])(
    'is complete: %s',
    (email) => {
      expect(problems('CreateAccount', { email })).toEqual({ email: 'not-an-email' })
    },
  )

  test('is as short as its column, and without hidden marks', () => {
    expect(problems('CreateAccount', { email: `${'m'.repeat(200)}@team.example` })).toEqual({ email: 'too-long' })
    expect(problems('Found', { email: 'mi\u202Ena@team.example' })).toEqual({ email: 'bidi-characters' })
  })
})

describe('a password', () => {
  test('is long enough, not endless, and typed twice alike', () => {
    expect(problems('Join', { password: 'eleven char', again: 'eleven char' })).toEqual({ password: 'too-short' })
    expect(problems('Join', { password: 'a'.repeat(1001), again: 'a'.repeat(1001) })).toEqual({ password: 'too-long' })
    expect(problems('Join', { password: '가'.repeat(334), again: '가'.repeat(334) })).toEqual({ password: 'too-long' })
    expect(problems('ChangePassword', { again: `${long}!` })).toEqual({ again: 'not-the-same' })
  })

  test('that differs is told together with what else is wrong', () => {
    expect(problems('Found', { email: 'mina', again: 'another' })).toEqual({
      email: 'not-an-email',
      again: 'not-the-same',
    })
  })

  test('is the same in both forms of Hangul, and keeps its blanks and odd characters', () => {
    const typed = ' 비밀번호는 아무도 모른다\u0007 '
    expect(Join.parse({ token, password: typed.normalize('NFD'), again: typed }).password).toBe(typed)
  })

  test('of one’s own may be shorter than a new one, but not missing or endless', () => {
    expect(problems('ManageAccount', { current: 'x' })).toEqual({})
    expect(problems('ManageAccount', { current: '' })).toEqual({ current: 'required' })
    expect(problems('ManageAccount', { current: 'x'.repeat(1001) })).toEqual({ current: 'too-long' })
  })
})

test('what is chosen stands on its list', () => {
  expect(problems('CreateAccount', { role: 'owner' })).toEqual({ role: 'not-on-list' })
  expect(problems('CreateAccount', { teamId: 'north' })).toEqual({ teamId: 'not-an-id' })
  expect(problems('MoveAccount', { accountId: '1 or 1=1', version: 'x' })).toEqual({
    accountId: 'not-an-id',
    version: 'not-a-number',
  })
  expect(problems('SetLook', { locale: 'fr', theme: 'pink' })).toEqual({ locale: 'not-on-list', theme: 'not-on-list' })
})

test('a time zone is one of the IANA database', () => {
  for (const timeZone of ['Seoul', 'asia/seoul', '+09:00', 'Asia/Pyongyan', '../etc/passwd']) {
    expect(problems('SetLook', { timeZone }), timeZone).toEqual({ timeZone: 'not-a-zone' })
  }
  for (const timeZone of ['UTC', 'Asia/Pyongyang', 'America/New_York'])
    expect(problems('SetLook', { timeZone })).toEqual({})
  expect(problems('SetLook', { timeZone: 'x'.repeat(61) })).toEqual({ timeZone: 'too-long' })
})
