import type { Metadata } from 'next'
import { FileSheet } from '@/app/(desk)/cases/[ref]/_parts/file-sheet'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { oneValue } from '@/app/one-value'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { ClosedTasks } from './_parts/closed-tasks'
import { OpenTasks } from './_parts/open-tasks'

type Asked = Record<'form' | 'saved', string | string[] | undefined>
type Props = { params: Promise<{ ref: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function CaseTasksPage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readCaseTasks, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { form, saved } = await searchParams
  const part = { view, standing, asked: oneValue(form), saved: oneValue(saved) }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="tasks">
        <OpenTasks {...part} />
        <ClosedTasks {...part} />
      </FileSheet>
    </Desk>
  )
}
