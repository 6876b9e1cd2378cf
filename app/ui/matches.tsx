import type { Ref } from 'react'
import type { AnswerView, Match } from './answer'
import { Button } from './button'

/** What may be the same, one by one, with what is asked of each. */
export const MatchList = ({ matches, typed }: { matches: Match[]; typed?: AnswerView['typed'] }) => (
  <ul>
    {matches.map(({ title, text, href, way, agrees, differs, ask }) => (
      <li key={title + text}>
        {href ? <a href={href}>{title}</a> : <span>{title}</span>}
        <small>{text}</small>
        {agrees && <small>{agrees}</small>}
        {differs && <small>{differs}</small>}
        {way && <a href={way.href}>{way.label}</a>}
        {ask && (
          <fieldset>
            <legend>{ask.legend}</legend>
            {ask.options.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name={ask.name} value={value} defaultChecked={typed?.[ask.name] === value} />
                {label}
              </label>
            ))}
          </fieldset>
        )}
      </li>
    ))}
  </ul>
)

export type MatchesProps = {
  title: string
  lead: string
  submit: string
  view: Pick<AnswerView, 'matches' | 'typed'>
  busy?: boolean
  ref?: Ref<HTMLDivElement>
}

/** What may be the same, before something new is made. */
export function Matches({ title, lead, submit, view, busy, ref }: MatchesProps) {
  if (view.matches.length === 0) return null
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript nothing else brings the reader to the question
    <div className="notice warning matches" role="alert" tabIndex={-1} autoFocus ref={ref}>
      <p>
        <strong>{title}</strong> {lead}
      </p>
      <MatchList {...view} />
      <Button kind="plain" name="confirmed" value="on" busy={busy}>
        {submit}
      </Button>
    </div>
  )
}
