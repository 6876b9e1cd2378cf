import type { Ref } from 'react'
import type { Match } from './answer'
import { Button } from './button'

export type MatchesProps = {
  title: string
  lead: string
  submit: string
  matches: Match[]
  busy?: boolean
  ref?: Ref<HTMLDivElement>
}

/** What may be the same, before something new is made. */
export function Matches({ title, lead, submit, matches, busy, ref }: MatchesProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript nothing else brings the reader to the question
    <div className="notice warning matches" role="alert" tabIndex={-1} autoFocus ref={ref}>
      <p>
        <strong>{title}</strong> {lead}
      </p>
      <ul>
        {matches.map((match) => (
          <li key={match.title + match.text}>
            {match.href ? <a href={match.href}>{match.title}</a> : <span>{match.title}</span>}
            <small>{match.text}</small>
            {match.way && <a href={match.way.href}>{match.way.label}</a>}
          </li>
        ))}
      </ul>
      <Button kind="plain" name="confirmed" value="on" busy={busy}>
        {submit}
      </Button>
    </div>
  )
}
