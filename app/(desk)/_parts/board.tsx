import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { type Count, Counts } from '@/app/ui/counts'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { RiskMark } from '@/app/ui/mark'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import type { Board as BoardView } from '@/db/home/read-board'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import type { Locale } from '@/lib/words/locales'
import { NoticeLines } from './notice-lines'
import { WaitingAccounts } from './waiting-accounts'
import { WaitingPairs } from './waiting-pairs'
import { WaitingProposals } from './waiting-proposals'
import { WithoutIntervention } from './without-intervention'

type Props = { board: BoardView; standing: Standing }

const countOf = (tallies: readonly { code: string; count: number }[], code: string) =>
  tallies.find((tally) => tally.code === code)?.count ?? 0

function situationCounts(board: BoardView, locale: Locale): Count[] {
  return situations
    .map((code) => ({
      key: code,
      label: label(locale, 'situations', code),
      count: countOf(board.bySituation, code),
      href: `/cases?situation=${code}&sort=risk`,
      urgent: code === 'IMMINENT_RETURN',
    }))
    .filter(({ count }) => count > 0)
}

function riskCounts(board: BoardView, locale: Locale): Count[] {
  return [...risks].reverse().map((code) => ({
    key: code,
    label: <RiskMark level={code} word={label(locale, 'risks', code)} />,
    count: countOf(board.byRisk, code),
    href: `/cases?risk=${code}&sort=risk`,
    urgent: code === 'R4',
  }))
}

function silenceCounts(board: BoardView, locale: Locale): Count[] {
  const t = words(locale)
  const silent = board.bySilence.map(({ code, count }) => ({
    key: code,
    label: t('home.silentOver', { days: Number(code) }),
    count,
    href: `/cases?silence=${code}&sort=silence`,
  }))
  return [
    ...silent,
    { key: 'due', label: t('home.dueReviews'), count: board.due, href: '/cases?review=due&sort=review', urgent: true },
  ]
}

function Decisions({ board, standing }: Props) {
  const { look } = standing
  const t = words(look.locale)
  const others = board.notices.filter(({ kind }) => kind !== 'imminent-return')
  const pairs = board.pairs.open.n + board.pairs.waiting.n
  const count = board.waiting.length + board.proposals.length + board.without.length + others.length + pairs
  if (count === 0) return <Empty why={t('home.decisionsEmpty')} />
  return (
    <>
      <WithoutIntervention files={board.without} look={look} />
      <WaitingProposals proposals={board.proposals} look={look} />
      {pairs > 0 && <h3>{t('matches.title')}</h3>}
      <WaitingPairs pairs={board.pairs} look={look} />
      <WaitingAccounts accounts={board.waiting} standing={standing} />
      {others.length > 0 && <h3>{t('home.notices')}</h3>}
      <NoticeLines notices={others} standing={standing} />
    </>
  )
}

/** A coordinator's morning: what runs out, what is silent, who carries how much, and what waits for a decision. */
export function Board({ board, standing }: Props) {
  const { look, actor, now } = standing
  const { locale } = look
  const t = words(locale)
  const lead = { team: actor.teamName ?? '', count: board.total, time: instantText(now, look) }
  const workers = board.byWorker.map(({ code, name, count }) => ({
    key: code,
    label: name,
    count,
    href: `/cases?worker=${code}&sort=risk`,
  }))
  return (
    <Sheet title={t('home.board')} lead={t('home.boardLead', lead)}>
      <Card title={t('home.decisions')}>
        <Decisions board={board} standing={standing} />
      </Card>
      {board.total === 0 ? (
        <Empty why={t('home.countsEmpty')} />
      ) : (
        <div className="columns">
          <Card title={t('home.byRisk')}>
            <Counts counts={riskCounts(board, locale)} />
          </Card>
          <Card title={t('home.bySilence')}>
            <Counts counts={silenceCounts(board, locale)} />
          </Card>
          <Card title={t('home.bySituation')}>
            <Counts counts={situationCounts(board, locale)} />
          </Card>
          <Card title={t('home.byWorker')}>
            <Counts counts={workers} />
          </Card>
        </div>
      )}
    </Sheet>
  )
}
