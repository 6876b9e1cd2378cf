import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { MatchHint } from '@/db/matches/list-matches'
import { askMatchAction } from '../actions'

type Props = { hint: MatchHint; standing: Standing }

function Line({ hint, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  const { askedUs, askedAt } = hint
  return (
    <li>
      <div>
        <p>
          <a href={`/cases/${hint.ref}`}>{hint.ref}</a> {t('matches.mayMatch', { team: hint.team })}
        </p>
        {askedUs && (
          <p className="by">
            {t('matches.askedUs', { name: askedUs.name, email: askedUs.email, date: instantText(askedUs.at, look) })}{' '}
            <a href={`/cases/${hint.ref}#access`}>{t('matches.giveGrant')}</a>
          </p>
        )}
        {askedAt ? (
          <p className="by">{t('matches.asked', { date: instantText(askedAt, look) })}</p>
        ) : (
          <PostForm
            action={askMatchAction}
            id={`ask-${hint.pairId}`}
            form={form('match.ask')}
            hidden={{ pairId: hint.pairId }}
            fields={[]}
            submit={t('matches.ask')}
            locale={look.locale}
            kind="plain"
            inline
          />
        )}
      </div>
    </li>
  )
}

/** Files of the team that may match one out of reach: that there is one, and the way to ask for it. */
export function Elsewhere({ hints, standing }: { hints: MatchHint[]; standing: Standing }) {
  const t = words(standing.look.locale)
  if (hints.length === 0) return null
  return (
    <Card id="elsewhere" title={t('matches.elsewhere')}>
      <p className="hint">{t('matches.elsewhereLead')}</p>
      <ul className="lines">
        {hints.map((hint) => (
          <Line key={`${hint.pairId} ${hint.ref}`} hint={hint} standing={standing} />
        ))}
      </ul>
    </Card>
  )
}
