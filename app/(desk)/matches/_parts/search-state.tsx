import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { MatchesView } from '@/db/matches/list-matches'
import { findMatchesAction } from '../actions'

type Props = { matches: MatchesView; standing: Standing }

function stateText({ matches: { scan }, standing: { look } }: Props): string {
  const t = words(look.locale)
  if (!scan) return t('matches.neverSearched')
  const { files, pairs, compared } = scan
  if (!scan.isUnderWay)
    return t('matches.searched', { at: instantText(scan.endedAt ?? scan.askedAt, look), files, compared, pairs })
  return t('matches.searching', { part: Math.floor(scan.part * 100), compared, pairs })
}

/** How the search over all files stands, and the button that begins one. */
export function SearchState(props: Props) {
  const { matches, standing } = props
  const { look, form } = standing
  const t = words(look.locale)
  const { scan } = matches
  return (
    <Card id="search" title={t('matches.search')}>
      <p>{stateText(props)}</p>
      {scan?.isUnderWay && <progress value={scan.part} max={1} aria-label={t('matches.search')} />}
      <p className="hint">{t('matches.searchHint')}</p>
      {scan?.isUnderWay ? (
        <p>
          <a href="/matches#search">{t('matches.lookAgain')}</a>
        </p>
      ) : (
        matches.mayFind && (
          <PostForm
            action={findMatchesAction}
            id="find-matches"
            form={form('match.scan')}
            fields={[]}
            submit={t('matches.begin')}
            errors={{ conflict: t('matches.alreadyUnderWay') }}
            locale={look.locale}
            kind="plain"
            inline
          />
        )
      )}
    </Card>
  )
}
