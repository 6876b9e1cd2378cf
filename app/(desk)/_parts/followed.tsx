import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Instant } from '@/app/ui/instant'
import { RiskMark } from '@/app/ui/mark'
import { label, words } from '@/app/words'
import type { FollowedFile } from '@/db/together/of-colleagues'

/** Files the reader follows, the last changed first. */
export function Followed({ files, standing }: { files: FollowedFile[]; standing: Standing }) {
  const { look } = standing
  const t = words(look.locale)
  if (files.length === 0) return null
  return (
    <Card title={t('together.followedFiles')}>
      <ul className="lines">
        {files.map(({ ref, situation, risk, changedAt }) => (
          <li key={ref}>
            <span>
              <a href={`/cases/${ref}`}>{ref}</a> {label(look.locale, 'situations', situation)}{' '}
              <RiskMark level={risk} word={label(look.locale, 'risks', risk)} />
            </span>
            <small>
              {t('together.changed')} <Instant at={changedAt} look={look} />
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
