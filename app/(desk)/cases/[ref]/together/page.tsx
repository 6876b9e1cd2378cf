import type { Metadata } from 'next'
import { FileSheet } from '@/app/(desk)/cases/[ref]/_parts/file-sheet'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { oneValue } from '@/app/one-value'
import { readTogether } from '@/db/together/read-together'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { Comments } from './_parts/comments'
import { Flags } from './_parts/flags'
import { GlassBreaks } from './_parts/glass-breaks'
import { Handovers } from './_parts/handovers'
import { Present } from './_parts/present'
import { Referrals } from './_parts/referrals'

type Asked = Record<'form' | 'saved', string | string[] | undefined>
type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function TogetherPage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readTogether, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { form, saved } = await searchParams
  const part = { view, standing, asked: oneValue(form), saved: oneValue(saved) }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="together">
        <div className="file">
          <div>
            <Comments {...part} />
          </div>
          <div>
            <Present {...part} />
            <Flags {...part} />
            <Handovers {...part} />
            <Referrals {...part} />
            <GlassBreaks {...part} />
          </div>
        </div>
      </FileSheet>
    </Desk>
  )
}
