import { Button, ButtonLink } from '@/app/ui/button'
import { Grade, SituationMark } from '@/app/ui/mark'
import { Notice } from '@/app/ui/notice'
import { label, words } from '@/app/words'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { Part } from './part'

type Current = { situation: string; reliability: string; credibility: string }

/** The answer to "what did we believe then?"; that a date could not be read is said in its place. */
function Answer({ part: { view, standing }, current }: BelievedProps) {
  const { locale, zone } = standing.look
  const t = words(locale)
  if (!view.on) return null
  if (!view.asked) return <Notice kind="error">{t('decisions.noSuchDay')}</Notice>
  const day = presentPartialDate(fromEdtf(view.asked.day), locale)
  return (
    <Notice kind="info" title={t('decisions.asOf', { day, zone })}>
      {current ? (
        <>
          <SituationMark word={label(locale, 'situations', current.situation)} />{' '}
          <Grade grade={`${current.reliability}${current.credibility}`} />
        </>
      ) : (
        t('decisions.nothingThen')
      )}
    </Notice>
  )
}

type BelievedProps = { part: Part; current: Current | null }

/** A plain GET form: the day whose knowledge is asked for stands in the address, and no name with it. */
export function Believed({ part, current }: BelievedProps) {
  const { view, standing } = part
  const t = words(standing.look.locale)
  const path = `/cases/${view.head.ref}/situation`
  return (
    <>
      <form className="filters" method="get" action={path} role="search" aria-label={t('decisions.believed')}>
        <label>
          {t('decisions.believed')}
          <input name="on" defaultValue={view.on} maxLength={100} autoComplete="off" aria-describedby="on-hint" />
        </label>
        <Button kind="plain">{t('decisions.show')}</Button>
        {view.on && <ButtonLink href={`${path}#history`}>{t('decisions.today')}</ButtonLink>}
        <p className="hint" id="on-hint">
          {t('decisions.believedHint')}
        </p>
      </form>
      <Answer part={part} current={current} />
    </>
  )
}
