import { reviewText } from '@/app/(desk)/cases/_parts/case-rows'
import type { Standing } from '@/app/door'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { RiskMark, SituationMark } from '@/app/ui/mark'
import { Sheet } from '@/app/ui/sheet'
import { Table } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { DueFile, Today as TodayView } from '@/db/home/read-today'

type Props = { today: TodayView; standing: Standing }

function Files({ files, caption, standing }: { files: DueFile[]; caption: string; standing: Standing }) {
  const { look, now } = standing
  const { locale } = look
  const t = words(locale)
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'ref', label: t('cases.file') },
        { key: 'situation', label: t('cases.situation') },
        { key: 'risk', label: t('cases.risk'), card: 'second' },
        { key: 'silent', label: t('cases.silent'), number: true, card: 'labelled' },
        { key: 'review', label: t('cases.review'), card: 'labelled' },
      ]}
      rows={files.map((file) => ({
        key: file.id,
        cells: [
          <a key="ref" href={`/cases/${file.ref}`}>
            {file.ref}
          </a>,
          <SituationMark key="situation" word={label(locale, 'situations', file.situation)} />,
          <RiskMark key="risk" level={file.risk} word={label(locale, 'risks', file.risk)} />,
          t('cases.days', { days: file.silentDays }),
          reviewText(file.reviewDue, now, locale),
        ],
      }))}
    />
  )
}

/** A caseworker's morning: which clock runs out first, and who has been silent longest. */
export function Today({ today, standing }: Props) {
  const t = words(standing.look.locale)
  return (
    <Sheet
      title={t('home.today')}
      lead={t('home.mineLead', { count: today.mine })}
      actions={<ButtonLink href="/cases?mine=yes">{t('home.assigned')}</ButtonLink>}
    >
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
    </Sheet>
  )
}
