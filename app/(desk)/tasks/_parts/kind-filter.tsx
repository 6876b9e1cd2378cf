import { Button } from '@/app/ui/button'
import { label, words } from '@/app/words'
import type { ListTasks } from '@/lib/tasks/forms'
import { taskKinds } from '@/lib/tasks/tasks'
import type { Locale } from '@/lib/words/locales'

/** Narrows the list by what the tasks are about; its address says so. */
export function KindFilter({ query, locale }: { query: ListTasks; locale: Locale }) {
  const t = words(locale)
  return (
    <form className="filters" method="get" action="/tasks" role="search" aria-label={t('cases.filters')}>
      <input type="hidden" name="whose" value={query.whose} />
      <label>
        {t('tasks.kind')}
        <select name="kind" defaultValue={query.kind ?? ''} key={query.kind ?? ''}>
          <option value="">{t('cases.any')}</option>
          {taskKinds.map((kind) => (
            <option key={kind} value={kind}>
              {label(locale, 'taskKinds', kind)}
            </option>
          ))}
        </select>
      </label>
      <Button kind="plain">{t('cases.apply')}</Button>
    </form>
  )
}
