import type { Metadata } from 'next'
import { z } from 'zod'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { readLog } from '@/db/log/read-log'
import { mayEver } from '@/lib/access/can'
import { LogQuery, logKey } from '@/lib/log/forms'
import { ExportForms } from './_parts/export-forms'
import { LogFilters } from './_parts/log-filters'
import { LogTable } from './_parts/log-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const Ready = z.object({ ready: z.uuid().nullable().catch(null) })

const leads = { all: 'audit.lead', team: 'audit.leadTeam', own: 'audit.leadOwn' } as const
const leadOf = { auditor: leads.all, coordinator: leads.team, caseworker: leads.own, admin: leads.own }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('audit.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const params = await searchParams
  const answer = await show(LogQuery, readLog, params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { look, actor } = standing
  const t = words(look.locale)
  const query = LogQuery.parse(params)
  const key = logKey(query)
  return (
    <Desk standing={standing} current="audit">
      <Sheet title={t('audit.title')} lead={t(leadOf[actor.role])}>
        <LogFilters locale={look.locale} query={query} actors={value.actors} />
        {value.entries.length > 0 ? (
          <LogTable look={look} entries={value.entries} leaves={actor.role === 'auditor'} />
        ) : (
          <Empty title={t('audit.empty')} why={t('audit.emptyWhy')} />
        )}
        <nav className="pages" aria-label={t('cases.pages')}>
          {query.after && <ButtonLink href={`/audit?${key}`}>{t('audit.newest')}</ButtonLink>}
          {value.next && (
            <ButtonLink href={`/audit?${key}&after=${encodeURIComponent(value.next)}`}>{t('audit.older')}</ButtonLink>
          )}
        </nav>
        {mayEver(actor.role, 'audit:export') && (
          <ExportForms standing={standing} query={query} ready={Ready.parse(params).ready} />
        )}
      </Sheet>
    </Desk>
  )
}
