import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { type Standing, show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { SectionNav } from '@/app/ui/section-nav'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { type TaskList, listTasks } from '@/db/tasks/list-tasks'
import { dues } from '@/lib/tasks/due'
import { ListTasks, taskListKey, taskLists } from '@/lib/tasks/forms'
import { showTitlesAction } from './actions'
import { KindFilter } from './_parts/kind-filter'
import { TaskLines } from './_parts/task-lines'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('tasks.title') }
}

function Titles({ tasks, list, standing }: { tasks: TaskList; list: string; standing: Standing }) {
  const { look, form } = standing
  const t = words(look.locale)
  if (tasks.titlesUntil)
    return <p className="lead">{t('tasks.titlesOpen', { time: instantText(tasks.titlesUntil, look) })}</p>
  if (!tasks.rows.some(({ isShut }) => isShut)) return null
  return (
    <PostForm
      action={showTitlesAction}
      id="titles"
      form={form('names.show')}
      fields={[]}
      hidden={{ list }}
      submit={t('tasks.showTitles')}
      locale={look.locale}
      kind="plain"
      inline
    />
  )
}

export default async function TasksPage({ searchParams }: Props) {
  const params = await searchParams
  const answer = await show(ListTasks, listTasks, params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: tasks } = answer
  const { locale } = standing.look
  const t = words(locale)
  const query = ListTasks.parse(params)
  const list = taskListKey(query)
  const asked = typeof params.form === 'string' ? params.form : undefined
  const hrefOf = (whose: string) => `/tasks?whose=${whose}`
  return (
    <Desk standing={standing} current="tasks">
      <Sheet title={t('tasks.title')} actions={<Titles tasks={tasks} list={list} standing={standing} />}>
        <SectionNav
          label={t('tasks.lists')}
          sections={taskLists.map((whose) => ({ href: hrefOf(whose), label: label(locale, 'taskLists', whose) }))}
          current={hrefOf(query.whose)}
        />
        <KindFilter query={query} locale={locale} />
        {tasks.rows.length === 0 && <Empty title={t('tasks.empty')} why={t('tasks.emptyWhy')} />}
        {dues.map((due) => (
          <TaskLines key={due} due={due} rows={tasks.rows} standing={standing} list={list} asked={asked} />
        ))}
        <nav className="pages" aria-label={t('cases.pages')}>
          {query.after && <ButtonLink href={`/tasks?${list}`}>{t('cases.first')}</ButtonLink>}
          {tasks.next && (
            <ButtonLink href={`/tasks?${list}&after=${encodeURIComponent(tasks.next)}`}>{t('cases.next')}</ButtonLink>
          )}
        </nav>
      </Sheet>
    </Desk>
  )
}
