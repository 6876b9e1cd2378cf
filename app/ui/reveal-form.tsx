'use client'

import { useActionState } from 'react'
import type { Answer, Post } from './answer'

export type RevealFormProps = {
  action: Post
  form: string
  hidden: Record<string, string>
  /** What is shown, for those who do not see where the button stands. */
  label: string
  submit: string
  revealed: string
  failed: string
}

function revealedIn(answer: Answer | null): string | null {
  const value: unknown = answer?.ok ? answer.value : null
  return typeof value === 'object' && value !== null && 'revealed' in value ? String(value.revealed) : null
}

/** One value, shown once it is asked for and never kept: reload the page and it is hidden again. */
export function RevealForm({ action, form, hidden, label, submit, revealed, failed }: RevealFormProps) {
  const [answer, post, pending] = useActionState(action, null)
  const value = revealedIn(answer)
  if (value !== null) {
    return (
      <output className="revealed" aria-label={label}>
        <b>{value}</b> <small>{revealed}</small>
      </output>
    )
  }
  return (
    <form className="inline" action={post}>
      {Object.entries({ ...hidden, form: answer?.form ?? form }).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} readOnly />
      ))}
      {answer && !answer.ok && <span role="alert">{failed}</span>}
      <button type="submit" className="button plain" disabled={pending} aria-label={`${submit}: ${label}`}>
        {submit}
      </button>
    </form>
  )
}
