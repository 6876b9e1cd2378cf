import type { Standing } from '@/app/door'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { instantText } from '@/app/ui/instant'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import type { LogState as LogStateView } from '@/db/log/read-state'

/** An auditor's morning: whether the tree stands and keeps up, and what was refused. */
export function LogState({ state, standing }: { state: LogStateView; standing: Standing }) {
  const { look } = standing
  const t = words(look.locale)
  const refusals =
    state.refusals >= state.refusalsMax ? t('home.refusalsMany', { count: state.refusalsMax }) : String(state.refusals)
  const items = [
    { term: t('home.leaves'), value: String(state.leaves) },
    { term: t('home.root'), value: <code>{state.root ?? '—'}</code> },
    { term: t('home.lastEntry'), value: state.lastEntryAt ? instantText(state.lastEntryAt, look) : '—' },
    { term: t('health.lag'), value: state.waiting === 0 ? t('home.lagNone') : String(state.waiting) },
    { term: t('home.refusals'), value: <a href="/audit?outcome=refused">{refusals}</a> },
  ]
  return (
    <Sheet
      title={t('home.log')}
      lead={t('home.logLead')}
      actions={
        <ButtonLink href="/audit" kind="primary">
          {t('home.readLog')}
        </ButtonLink>
      }
    >
      <Card title={t('home.log')}>
        <Definitions items={items} />
      </Card>
    </Sheet>
  )
}
