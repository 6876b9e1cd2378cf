import type { Ref } from 'react'
import type { FormWords } from './form-words'
import type { FieldSpec } from './field-spec'

export type ErrorSummaryProps = {
  prefix: string
  fields: FieldSpec[]
  problems: Record<string, string>
  code: string
  /** The number of a fault of ours. */
  fault?: string
  words: FormWords
  ref?: Ref<HTMLDivElement>
}

/** What is wrong, first and focused, each line a link to its field. */
export function ErrorSummary({ prefix, fields, problems, code, fault, words, ref }: ErrorSummaryProps) {
  const known = fields.filter((field) => problems[field.name] !== undefined)
  const title = known.length > 0 ? words.problems : code === 'unanswered' ? words.unanswered : words.stopped
  const sentence = words.errors[code] ?? words.errors.failed
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript nothing else brings the reader to the problem
    <div className="notice error" role="alert" tabIndex={-1} autoFocus ref={ref} id={`${prefix}-summary`}>
      <p>
        <strong>{title}</strong> {sentence} {fault && <code>{fault}</code>}
      </p>
      {code === 'signed-out' && (
        <p>
          <a href="/sign-in" target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </p>
      )}
      {known.length > 0 && (
        <ul>
          {known.map((field) => (
            <li key={field.name}>
              <a href={`#${prefix}-${field.name}`}>{field.label}</a>:{' '}
              {words.errors[problems[field.name] ?? ''] ?? words.errors.invalid}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
