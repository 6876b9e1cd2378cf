import type { Option } from './field-spec'

/** What a posted form comes back with. `typed` is what this person sent, never a password. */
export type Answer =
  | { ok: true; value?: unknown; typed?: Record<string, string>; form?: string }
  | {
      ok: false
      code: string
      fields?: Record<string, string>
      typed: Record<string, string>
      theirs?: Record<string, string>
      form?: string
      /** By which an administrator finds a fault of ours in the log. */
      id?: string
    }

/** A server action as forms know it; the previous answer comes from the browser and is not to be believed. */
export type Post = (previous: unknown, form: FormData) => Promise<Answer | null>

/** Something found before saving, shown beside the question whether to go on; `way` leads to what may be done about it. */
export type Match = {
  title: string
  text: string
  href?: string
  way?: { href: string; label: string }
  /** What of it agrees with what was typed, and what does not. */
  agrees?: string
  differs?: string
  /** Is asked of it, one answer of several. */
  ask?: { name: string; legend: string; options: Option[] }
}

export type AnswerView = {
  stopped?: string
  fault?: string
  problems: Record<string, string>
  typed?: Record<string, string>
  theirs: Record<string, string>
  matches: Match[]
  /** Told once, such as a one-time link. */
  told?: string
  done: boolean
  form?: string
}

const isMatch = (one: unknown): one is Match =>
  typeof one === 'object' && one !== null && 'title' in one && 'text' in one

function matchesOf(value: unknown): Match[] {
  if (typeof value !== 'object' || value === null || !('matches' in value)) return []
  return Array.isArray(value.matches) ? value.matches.filter(isMatch) : []
}

const toldIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'told' in value ? String(value.told) : undefined

/** One shape for the form to draw from, whatever came back. */
export function viewOf(answer: Answer | null): AnswerView {
  if (!answer) return { problems: {}, theirs: {}, matches: [], done: false }
  if (answer.ok) {
    const matches = matchesOf(answer.value)
    const open = matches.length > 0
    const [typed, told] = [open ? answer.typed : undefined, toldIn(answer.value)]
    return { problems: {}, theirs: {}, matches, typed, told, done: !open, form: answer.form }
  }
  const { code, fields = {}, typed, theirs = {}, form, id } = answer
  return { stopped: code, fault: id, problems: fields, typed, theirs, matches: [], done: false, form }
}
