'use client'

import { useActionState } from 'react'
import type { Answer, Post } from './answer'
import { postOrStay } from './post-or-stay'

export type RevealFormProps = {
  action: Post
  form: string
  hidden: Record<string, string>
  /** What is shown, for those who do not see where the button stands. */
  label: string
  submit: string
  revealed: string
  failed: string
  /** Said where no server answered. */
  unanswered: string
  /** What the words are called that come with some values. */
  phrase?: string
}

function toldIn(answer: Answer | null, name: 'revealed' | 'phrase'): string | null {
  const value: unknown = answer?.ok ? answer.value : null
  if (typeof value !== 'object' || value === null) return null
  const told = new Map<string, unknown>(Object.entries(value)).get(name)
  return typeof told === 'string' ? told : null
}

/** One value, shown once it is asked for and never kept: reload the page and it is hidden again. */
export function RevealForm({
  action,
  form,
  hidden,
  label,
  submit,
  revealed,
  failed,
  unanswered,
  phrase,
}: RevealFormProps) {
  const [answer, post, pending] = useActionState(postOrStay(action), null)
  const value = toldIn(answer, 'revealed')
  const said = toldIn(answer, 'phrase')
  if (value !== null) {
    return (
      <output className="revealed" aria-label={label}>
        <b>{value}</b>{' '}
        {phrase && said !== null && (
          <span>
            {phrase}: <b>{said}</b>{' '}
          </span>
        )}
        <small>{revealed}</small>
      </output>
    )
  }
  return (
    <form className="inline" action={post}>
      {Object.entries({ ...hidden, form: answer?.form ?? form }).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} readOnly />
      ))}
      {answer && !answer.ok && (
        <span role="alert">{['unreachable', 'unanswered'].includes(answer.code) ? unanswered : failed}</span>
      )}
      <button type="submit" className="button plain" disabled={pending} aria-label={`${submit}: ${label}`}>
        {submit}
      </button>
    </form>
  )
}
