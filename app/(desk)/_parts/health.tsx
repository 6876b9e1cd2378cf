import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { Notice } from '@/app/ui/notice'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import type { Health as HealthView } from '@/db/house/read-health'

/** An admin's morning: the machine, never the people. */
export function Health({ health, standing }: { health: HealthView; standing: Standing }) {
  const { look, now } = standing
  const t = words(look.locale)
  const { jobs, log } = health
  const oldest = log.oldest
    ? ` · ${t('health.oldest', { seconds: Math.max(0, Math.round((now.getTime() - log.oldest.getTime()) / 1000)) })}`
    : ''
  const items = [
    {
      term: t('health.database'),
      value: `${t('health.answers')} · ${t(health.embedded ? 'health.embedded' : 'health.server')}`,
    },
    { term: t('health.version'), value: `PostgreSQL ${health.database}` },
    {
      term: t('health.jobs'),
      value: `${t('health.jobsWaiting', { count: jobs.waiting })} · ${t('health.jobsFailed', { count: jobs.failed })}`,
    },
    { term: t('health.lag'), value: `${String(log.waiting)}${oldest}` },
    { term: t('health.keys'), value: <code>{health.keysDir}</code> },
    { term: t('health.world'), value: t(health.world === 'demo' ? 'health.demo' : 'health.own') },
  ]
  return (
    <Sheet title={t('health.title')} lead={t('home.healthLead')}>
      <Notice kind="warning">{t('health.keysWarning')}</Notice>
      <Card title={t('health.title')}>
        <Definitions items={items} />
      </Card>
    </Sheet>
  )
}
