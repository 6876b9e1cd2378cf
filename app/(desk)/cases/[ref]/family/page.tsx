import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { oneValue } from '@/app/one-value'
import { readFamily } from '@/db/contacts/read-family'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { FileSheet } from '../_parts/file-sheet'
import { Channels } from './_parts/channels'
import { Family } from './_parts/family'
import { Known } from './_parts/known'
import { Log } from './_parts/log'
import { Places } from './_parts/places'
import { Signs } from './_parts/signs'
import { saidThings } from './back-to-family'

type Asked = Record<'form' | 'said' | 'from', string | string[] | undefined>
type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Asked> }

/** The title carries the code alone, and only where it is one. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function FamilyPage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readFamily, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { form, said, from } = await searchParams
  const part = {
    view,
    standing,
    asked: oneValue(form),
    said: saidThings.find((thing) => thing === oneValue(said)),
    from: oneValue(from),
  }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="family">
        <Known {...part} />
        <Family {...part} />
        <div className="file">
          <div>
            <Log {...part} />
            <Signs {...part} />
          </div>
          <div>
            <Channels {...part} />
            <Places {...part} />
          </div>
        </div>
      </FileSheet>
    </Desk>
  )
}
