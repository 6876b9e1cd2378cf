import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { oneValue } from '@/app/one-value'
import { readCase } from '@/db/cases/read-case'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { Access } from './_parts/access'
import { FileSheet } from './_parts/file-sheet'
import { Answers } from './_parts/header'
import { People } from './_parts/people'
import { Links } from './_parts/links'
import { Reach } from './_parts/reach'
import { Situations } from './_parts/situations'
import { Sources } from './_parts/sources'
import { personName } from './person-name'

type Asked = Record<'form' | 'saved', string | string[] | undefined>
type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Asked> }

/** The title carries the code alone, and only where it is one. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function CasePage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readCase, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { locale } = standing.look
  const [subject] = view.people
  const { form, saved } = await searchParams
  const part = { view, standing, asked: oneValue(form), saved: oneValue(saved) }
  const head = {
    ...view,
    subject: subject ? personName(subject, locale) : null,
    owner: view.staff.get(view.ownerId) ?? null,
  }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={head} standing={standing} current="overview">
        <Answers {...part} />
        <Links {...part} />
        <Reach {...part} />
        <div className="file">
          <div>
            <Situations {...part} />
            <Sources {...part} />
          </div>
          <div>
            <People {...part} />
            <Access {...part} />
          </div>
        </div>
      </FileSheet>
    </Desk>
  )
}
