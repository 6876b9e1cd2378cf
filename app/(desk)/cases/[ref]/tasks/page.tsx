import type { Metadata } from 'next'
import { FileSheet } from '@/app/(desk)/cases/[ref]/_parts/file-sheet'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { readCaseTasks } from '@/db/tasks/read-case-tasks'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { ClosedTasks } from './_parts/closed-tasks'
import { OpenTasks } from './_parts/open-tasks'

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<{ form?: string | string[] }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function CaseTasksPage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readCaseTasks, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { form } = await searchParams
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="tasks">
        <OpenTasks view={view} standing={standing} asked={typeof form === 'string' ? form : undefined} />
        <ClosedTasks view={view} standing={standing} />
      </FileSheet>
    </Desk>
  )
}
