import type { Look } from '@/app/look'
import { instantText } from '@/app/ui/instant'
import { words } from '@/app/words'
import type { FileWithout } from '@/db/interventions/without-intervention'

/** Critical files for whom nothing has been undertaken, each a link to where that is done. */
export function WithoutIntervention({ files, look }: { files: FileWithout[]; look: Look }) {
  const t = words(look.locale)
  if (files.length === 0) return null
  return (
    <>
      <h3>{t('home.withoutIntervention')}</h3>
      <ul className="lines">
        {files.map(({ ref, changedAt }) => (
          <li key={ref}>
            <a href={`/cases/${ref}/interventions`}>{ref}</a>
            <small>{t('home.changedAt', { date: instantText(changedAt, look) })}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
