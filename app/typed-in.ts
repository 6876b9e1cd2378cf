import type { z } from 'zod'

const secretFields = ['password', 'again', 'current', 'token']

/** What a person sent, to be given back where it was typed: never a password. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !secretFields.includes(name)) typed[name] = value
  }
  return typed
}

/** The word of each field that did not parse; the first of each. */
export function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[String(issue.path[0] ?? '')] ??= issue.message
  return problems
}
