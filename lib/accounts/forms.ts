import { z } from 'zod'
import { roles } from '@/lib/access/grants'
import { choice, line, uuid, whole } from '@/lib/text'
import { locales } from '@/lib/words/locales'

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const passwordCharactersMin = 12

const email = line({ max: 200, required: true }).refine((text) => emailShape.test(text), 'not-an-email')

/** Any characters; long enough to be a sentence. Never trimmed, never normalised away from what was typed but to NFC. */
const newPassword = z.unknown().transform((value, ctx) => {
  const text = typeof value === 'string' ? value.normalize('NFC') : ''
  const problem = text === '' ? 'required' : [...text].length < passwordCharactersMin ? 'too-short' : undefined
  const tooLong = Buffer.byteLength(text) > 1000 ? 'too-long' : undefined
  const message = problem ?? tooLong
  if (!message) return text
  ctx.addIssue({ code: 'custom', message, input: '' })
  return z.NEVER
})

const givenPassword = z.unknown().transform((value) => (typeof value === 'string' ? value.normalize('NFC') : ''))

export const SignIn = z.object({ email: line({ max: 200, required: true }), password: givenPassword })
export type SignIn = z.infer<typeof SignIn>

export const Join = z.object({ token: line({ max: 100, required: true }), password: newPassword })
export type Join = z.infer<typeof Join>

export const Found = Join.extend({
  email,
  name: line({ max: 100, required: true }),
  teamName: line({ max: 100 }),
})
export type Found = z.infer<typeof Found>

export const ChangePassword = z.object({ current: givenPassword, password: newPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

export const CreateAccount = z.object({
  email,
  name: line({ max: 100, required: true }),
  role: choice(roles, { required: true }),
  teamId: uuid(),
})
export type CreateAccount = z.infer<typeof CreateAccount>

export const OneAccount = z.object({ accountId: uuid({ required: true }), version: whole({ min: 1, max: 2 ** 31 }) })
export type OneAccount = z.infer<typeof OneAccount>

export const MoveAccount = OneAccount.extend({ teamId: uuid({ required: true }) })
export type MoveAccount = z.infer<typeof MoveAccount>

export const CreateTeam = z.object({ name: line({ max: 100, required: true }) })
export type CreateTeam = z.infer<typeof CreateTeam>

export const EndSession = z.object({ sessionId: uuid({ required: true }) })
export type EndSession = z.infer<typeof EndSession>

export const SetLook = z.object({
  locale: choice(locales, { required: true }),
  theme: choice(['system', 'light', 'dark'], { required: true }),
  timeZone: line({ max: 60, required: true }),
})
export type SetLook = z.infer<typeof SetLook>

/** E-mail addresses are compared by this form alone. */
export const emailKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Roles that reach files: such an account takes effect when a coordinator of its team confirms it. */
export const readsFiles = (role: string): boolean => role === 'caseworker' || role === 'coordinator'
