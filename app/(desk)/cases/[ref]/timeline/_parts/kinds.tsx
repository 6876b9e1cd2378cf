import { Button, ButtonLink } from '@/app/ui/button'
import { label, words } from '@/app/words'
import { type TimelineKind, timelineKinds } from '@/lib/timeline/kinds'
import type { Locale } from '@/lib/words/locales'

type KindsProps = { path: string; kinds: readonly TimelineKind[]; locale: Locale }

/** A plain GET form: the kinds a timeline is narrowed to stand in its address. */
export function Kinds({ path, kinds, locale }: KindsProps) {
  const t = words(locale)
  const isNarrowed = kinds.length < timelineKinds.length
  return (
    <form className="kinds" method="get" action={path}>
      <fieldset>
        <legend>{t('timeline.filter')}</legend>
        {timelineKinds.map((kind) => (
          <label key={kind} className={`of-${kind}`}>
            <input type="checkbox" name="kind" value={kind} defaultChecked={isNarrowed && kinds.includes(kind)} />
            {label(locale, 'timelineKinds', kind)}
          </label>
        ))}
        <Button kind="plain">{t('timeline.apply')}</Button>
        {isNarrowed && <ButtonLink href={path}>{t('timeline.clear')}</ButtonLink>}
      </fieldset>
    </form>
  )
}
