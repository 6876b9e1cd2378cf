import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { oneValue } from '@/app/one-value'
import { readSituation } from '@/db/situations/read-situation'
import { parseRef } from '@/lib/cases/ref'
import { SituationQuery } from '@/lib/situations/forms'
import { FileSheet } from '../_parts/file-sheet'
import { GoodNews } from './_parts/good-news'
import { History } from './_parts/history'
import { Proposals } from './_parts/proposals'
import { RiskCard } from './_parts/risk-card'
import { WorkCard } from './_parts/work-card'

type Asked = Record<'form' | 'on' | 'saved', string | string[] | undefined>
type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Asked> }

/** The title carries the code alone, and only where it is one. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function SituationPage({ params, searchParams }: Props) {
  const { form, on, saved } = await searchParams
  const { ref } = await params
  const answer = await show(SituationQuery, readSituation, { ref, on: oneValue(on) })
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const part = { view, standing, asked: oneValue(form), saved: oneValue(saved) }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="situation">
        <GoodNews {...part} />
        <div className="file">
          <div>
            <History {...part} />
          </div>
          <div>
            <RiskCard {...part} />
            <Proposals {...part} />
            <WorkCard {...part} />
          </div>
        </div>
      </FileSheet>
    </Desk>
  )
}
