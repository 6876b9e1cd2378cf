import { caseHeads, reviewText } from '@/app/(desk)/cases/_parts/case-rows'
import { CaseTable } from '@/app/(desk)/cases/_parts/case-table'
import type { Standing } from '@/app/door'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Instant } from '@/app/ui/instant'
import { returnDueText } from '@/app/ui/return-text'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import type { Today as TodayView } from '@/db/home/read-today'
import type { DueFile } from '@/lib/home/morning'
import { WaitingPairs } from './waiting-pairs'

type Props = { today: TodayView; standing: Standing }

const shown = ['ref', 'situation', 'risk', 'silence', 'review'] as const

function Files({ files, caption, standing }: { files: DueFile[]; caption: string; standing: Standing }) {
  const { look, now } = standing
  const { locale } = look
  const t = words(locale)
  return (
    <CaseTable
      caption={caption}
      heads={caseHeads(shown, locale)}
      isNamed={false}
      chosen={shown}
      lines={files.map(({ ref, situation, risk, silentDays, reviewDue }) => [
        ref,
        label(locale, 'situations', situation),
        `${risk} ${label(locale, 'risks', risk)}`,
        t('cases.days', { days: silentDays }),
        reviewText(reviewDue, now, locale),
      ])}
    />
  )
}

/** My tasks of today and those left from before, by what they are about; what somebody wrote in one stays in its file. */
function DueTasks({ today, standing }: Props) {
  const { look, now } = standing
  return (
    <ul className="lines">
      {today.tasks.map(({ ref, kind, at }) => (
        <li key={`${ref} ${kind} ${at.toISOString()}`}>
          <span>
            <a href={`/cases/${ref}`}>{ref}</a> {label(look.locale, 'taskKinds', kind)}
          </span>
          <small>{reviewText(at, now, look.locale)}</small>
        </li>
      ))}
    </ul>
  )
}

function Clocks({ today, standing }: Props) {
  const { look, now } = standing
  const t = words(look.locale)
  return (
    <ul className="lines">
      {today.clocks.map(({ kind, ref, at }) => (
        <li key={`${kind} ${ref} ${at.toISOString()}`}>
          <span>
            <a href={`/cases/${ref}`}>{ref}</a> {t(`lists.clocks.${kind}`)}
          </span>
          <small>
            {kind === 'return' ? (
              returnDueText(at, now, look)
            ) : (
              <>
                {reviewText(at, now, look.locale)} · <Instant at={at} look={look} />
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Changes({ today, standing }: Props) {
  const { look } = standing
  return (
    <ul className="lines">
      {today.changes.map(({ ref, deeds, by, at }) => (
        <li key={ref}>
          <span>
            <a href={`/cases/${ref}`}>{ref}</a>{' '}
            {deeds.map((deed) => label(look.locale, 'auditDeeds', deed)).join(' · ')}
          </span>
          <small>
            {by.length > 0 && `${by.join(', ')} · `}
            <Instant at={at} look={look} />
          </small>
        </li>
      ))}
    </ul>
  )
}

/** A caseworker's morning: what is due, who is silent, which clock runs out next, and what others changed meanwhile. */
export function Today({ today, standing }: Props) {
  const t = words(standing.look.locale)
  return (
    <Sheet
      title={t('home.today')}
      lead={t('home.mineLead', { count: today.mine })}
      actions={<ButtonLink href="/cases?mine=yes">{t('home.assigned')}</ButtonLink>}
    >
      <Card title={t('lists.tasksDue')}>
        {today.tasks.length > 0 ? (
          <DueTasks today={today} standing={standing} />
        ) : (
          <Empty why={t('lists.tasksDueEmpty')} />
        )}
      </Card>
      <Card title={t('home.dueReviews')}>
        {today.due.length > 0 ? (
          <Files files={today.due} caption={t('home.dueReviews')} standing={standing} />
        ) : (
          <Empty why={t(today.mine > 0 ? 'home.dueReviewsEmpty' : 'home.assignedEmpty')} />
        )}
      </Card>
      <Card title={t('home.silent')}>
        {today.silent.length > 0 ? (
          <Files files={today.silent} caption={t('home.silent')} standing={standing} />
        ) : (
          <Empty why={t('home.silentEmpty')} />
        )}
      </Card>
      {today.pairs.open.n > 0 && (
        <Card title={t('matches.title')}>
          <WaitingPairs pairs={today.pairs} look={standing.look} />
        </Card>
      )}
      <div className="columns">
        <Card title={t('home.clocks')}>
          {today.clocks.length > 0 ? (
            <Clocks today={today} standing={standing} />
          ) : (
            <Empty why={t('home.clocksEmpty')} />
          )}
        </Card>
        <Card title={t('lists.changed')}>
          {today.changes.length > 0 ? (
            <Changes today={today} standing={standing} />
          ) : (
            <Empty why={t('lists.changedEmpty')} />
          )}
        </Card>
      </div>
    </Sheet>
  )
}
