import type { Standing } from '@/app/door'
import { instantText } from '@/app/ui/instant'
import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import type { GlassBreak } from '@/db/together/breaks-of'

/** Files that were opened in an emergency and wait for a coordinator's review: they stand here until it is made. */
export function Reviews({ breaks, standing }: { breaks: GlassBreak[]; standing: Standing }) {
  const { look, now } = standing
  const t = words(look.locale)
  if (breaks.length === 0) return null
  return (
    <Notice kind="warning" title={t('together.reviews', { count: breaks.length })}>
      <ul>
        {breaks.map(({ id, ref, reviewDue, who }) => (
          <li key={id}>
            <a href={`/cases/${ref}/together#glass`}>{ref}</a> {who ?? t('together.colleague')} ·{' '}
            {t(reviewDue < now ? 'together.reviewLate' : 'together.reviewDue', { date: instantText(reviewDue, look) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
