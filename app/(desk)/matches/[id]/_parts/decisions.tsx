import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { label, words } from '@/app/words'
import type { DecisionView, MatchView } from '@/db/matches/read-match'
import { inQuotes } from '@/lib/words/in-quotes'
import { Decide, Settle, Undo } from './decision-forms'

export type OfPair = { view: MatchView; standing: Standing; asked: string | undefined }

type By = { name: string; at: Date | null; reason: string | null }

/** What became of a decision: who approved, declined or took it back, when and why. */
function Ends({ decision, standing }: { decision: DecisionView; standing: Standing }) {
  const { look } = standing
  const t = words(look.locale)
  const ends: [string, By][] = []
  const { settledBy, undoneBy } = decision
  const wasApproved = decision.state === 'standing' || decision.state === 'undone'
  if (settledBy !== null)
    ends.push([
      wasApproved ? 'approved' : decision.state,
      { name: settledBy, at: decision.settledAt, reason: decision.settledReason },
    ])
  if (undoneBy !== null) ends.push(['undone', { name: undoneBy, at: decision.undoneAt, reason: decision.undoneReason }])
  return ends.map(([word, { name, at, reason }]) => (
    <p className="by" key={word}>
      {t('matches.ended', {
        what: label(look.locale, 'matchEnds', word),
        name,
        date: at ? instantText(at, look) : '—',
      })}
      {reason && ` — ${reason}`}
    </p>
  ))
}

function Line({ of, decision }: { of: OfPair; decision: DecisionView }) {
  const { look } = of.standing
  const t = words(look.locale)
  return (
    <li id={`decision-${decision.id}`}>
      <div>
        <h3>
          {label(look.locale, 'matchDecisions', decision.decision)}{' '}
          <small>{label(look.locale, 'sameAsStates', decision.state)}</small>
        </h3>
        <p className="said">{inQuotes(decision.reason)}</p>
        <p className="by">{t('matches.decidedBy', { name: decision.by, date: instantText(decision.at, look) })}</p>
        <Ends decision={decision} standing={of.standing} />
        {decision.state === 'waiting' && <Settle of={of} decision={decision} />}
        {(decision.state === 'standing' || (decision.state === 'waiting' && decision.isOwn)) && (
          <Undo of={of} decision={decision} />
        )}
      </div>
    </li>
  )
}

/** What was decided of a pair so far, and the form for whoever decides next. */
export function Decisions(of: OfPair) {
  const { view, standing } = of
  const t = words(standing.look.locale)
  const isOpen = view.state === 'open' || view.state === 'unsure'
  return (
    <Card id="decisions" title={t('matches.decisions')}>
      {view.decisions.length > 0 && (
        <ul className="lines">
          {view.decisions.map((decision) => (
            <Line key={decision.id} of={of} decision={decision} />
          ))}
        </ul>
      )}
      {isOpen && <Decide {...of} />}
    </Card>
  )
}
