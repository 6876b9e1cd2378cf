import { z } from 'zod'
import { roles } from '@/lib/access/grants'
import { checkbox, choice, line, uuid, whole } from '@/lib/text'
import { locales } from '@/lib/words/locales'
import { isZone } from './zones'

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const passwordCharactersMin = 12
const passwordBytesMax = 1000

const email = line({ max: 200, required: true }).refine((text) => emailShape.test(text), 'not-an-email')
const name = line({ max: 100, required: true })

const passwordText = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC') : '')
const isTooLong = (text: string) => Buffer.byteLength(text) > passwordBytesMax

/** A password as typed: any characters, never trimmed, never normalised away from what was typed but to NFC. */
const password = (shortest: number) =>
  z.unknown().transform((value, ctx): string => {
    const text = passwordText(value)
    const isTooShort = [...text].length < shortest
    const message = text === '' ? 'required' : isTooLong(text) ? 'too-long' : isTooShort ? 'too-short' : undefined
    if (message === undefined) return text
    ctx.addIssue({ code: 'custom', message, input: '' })
    return z.NEVER
  })

const givenPassword = z.unknown().optional().transform(passwordText)

/** A new one is long enough to be a sentence, and typed twice. */
const newPassword = { password: password(passwordCharactersMin), again: givenPassword }
type Twice = { password?: unknown; again?: unknown }
const isTwice = (sent: Twice) => typeof sent.password !== 'string' || sent.password === sent.again
const differs = { path: ['again'], message: 'not-the-same', when: () => true }

/** The actor's own password, asked anew. */
export const OwnPassword = password(1)
const fresh = { current: OwnPassword }

export const SignIn = z.object({ email: line({ max: 200, required: true }), password: givenPassword })
export type SignIn = z.infer<typeof SignIn>

const token = line({ max: 100, required: true })

export const Invitation = z.object({ token })
export type Invitation = z.infer<typeof Invitation>

export const Join = z.object({ token, ...newPassword }).refine(isTwice, differs)
export type Join = z.infer<typeof Join>

const founding = { token, email, name, ...newPassword }

/** The first admin of a world also says who that is. */
export const Found = z.object(founding).refine(isTwice, differs)
export type Found = z.infer<typeof Found>

/** The first coordinator names the first team too. */
export const FoundTeam = z.object({ ...founding, teamName: name }).refine(isTwice, differs)
export type FoundTeam = z.infer<typeof FoundTeam>

export const ChangePassword = z.object({ ...fresh, ...newPassword }).refine(isTwice, differs)
export type ChangePassword = z.infer<typeof ChangePassword>

export const CreateAccount = z.object({
  email,
  name,
  role: choice(roles, { required: true }),
  teamId: uuid(),
  ...fresh,
})
export type CreateAccount = z.infer<typeof CreateAccount>

export const OneAccount = z.object({ accountId: uuid({ required: true }), version: whole({ min: 1, max: 2 ** 31 }) })
export type OneAccount = z.infer<typeof OneAccount>

export const AccountQuery = OneAccount.pick({ accountId: true })
export type AccountQuery = z.infer<typeof AccountQuery>

export const ManageAccount = OneAccount.extend(fresh)
export type ManageAccount = z.infer<typeof ManageAccount>

export const MoveAccount = ManageAccount.extend({ teamId: uuid({ required: true }) })
export type MoveAccount = z.infer<typeof MoveAccount>

export const CreateTeam = z.object({ name })
export type CreateTeam = z.infer<typeof CreateTeam>

export const EndSession = z.object({ sessionId: uuid({ required: true }) })
export type EndSession = z.infer<typeof EndSession>

export const SetLook = z.object({
  locale: choice(locales, { required: true }),
  theme: choice(['system', 'light', 'dark'], { required: true }),
  timeZone: line({ max: 60, required: true }).refine(isZone, 'not-a-zone'),
})
export type SetLook = z.infer<typeof SetLook>

/** E-mail addresses are compared by this form alone. */
export const emailKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Roles that reach files: such an account takes effect when a coordinator of its team confirms it. */
export const readsFiles = (role: string): boolean => role === 'caseworker' || role === 'coordinator'

export const SetReminders = z.object({ reminds: checkbox() })
export type SetReminders = z.infer<typeof SetReminders>
