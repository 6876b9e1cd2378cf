import type { Look } from '@/app/look'
import { RiskMark, SituationMark } from '@/app/ui/mark'
import { label, words } from '@/app/words'
import type { FoundSearch } from '@/db/search/read-search'
import type { Locale } from '@/lib/words/locales'

type FoundFile = FoundSearch['rows'][number]
type FoundHit = FoundFile['hits'][number]

/** Why a file was found, in words. */
function whyOf({ kind, branch, reasons }: FoundHit, file: FoundFile, locale: Locale): string {
  const t = words(locale)
  if (kind === 'word') return t('search.wordsIn', { record: label(locale, 'wordBranches', branch ?? '') })
  if (kind === 'place' && branch !== null) return t('search.placeIn', { record: label(locale, 'wordBranches', branch) })
  if (kind === 'place') return t('search.placeIs', { place: label(locale, 'provinces', file.province ?? '') })
  const why = reasons.map((reason) => label(locale, 'nameReasons', reason)).join(' · ')
  return [label(locale, 'hitKinds', kind), why].filter((part) => part !== '').join(': ')
}

function File({ file, locale, named }: { file: FoundFile; locale: Locale; named: boolean }) {
  return (
    <li>
      <p>
        <a href={`/cases/${file.ref}`}>{file.ref}</a> <b>{named ? (file.name ?? '—') : '•••'}</b>{' '}
        <SituationMark word={label(locale, 'situations', file.situation)} />{' '}
        <RiskMark level={file.risk} word={label(locale, 'risks', file.risk)} />
      </p>
      <ul>
        {file.hits.map((hit, place) => (
          <li key={`${hit.kind} ${String(place)}`}>
            {whyOf(hit, file, locale)} {hit.text && <q>{hit.text}</q>}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The files that were found, each with why; names and words only while they are shown. */
export function FoundList({ found, look }: { found: FoundSearch; look: Look }) {
  return (
    <ol className="found" aria-label={words(look.locale)('search.list')}>
      {found.rows.map((file) => (
        <File key={file.id} file={file} locale={look.locale} named={found.namesUntil !== null} />
      ))}
    </ol>
  )
}
