import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Fold } from '@/app/ui/fold'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { SavedView } from '@/db/lists/view-rows'
import type { Locale } from '@/lib/words/locales'
import { deleteViewAction, editViewAction, replaceViewAction, saveViewAction } from '../actions'
import type { Given } from './given'
import { listText } from './list-text'

/** The lists that were kept, as links: own ones and those the team shares. */
export function SavedViews({ standing, list, listKey }: Given) {
  const t = words(standing.look.locale)
  if (list.views.length === 0) return null
  return (
    <nav className="facets" aria-label={t('lists.views')}>
      {list.views.map(({ id, name, key, isShared }) => (
        <a key={id} href={`/cases?${key}`} aria-current={key === listKey || undefined}>
          {name} {isShared && <small>{t('lists.shared')}</small>}
        </a>
      ))}
    </nav>
  )
}

function fields(locale: Locale, view?: SavedView): FieldSpec[] {
  const t = words(locale)
  return [
    { name: 'name', kind: 'text', label: t('lists.viewName'), value: view?.name, required: true },
    {
      name: 'shared',
      kind: 'check',
      label: t('lists.viewShare'),
      hint: t('lists.viewShareHint'),
      value: view?.isShared ? 'on' : undefined,
      required: false,
    },
  ]
}

type OfView = Given & { view: SavedView }

/**
 * The list as it is kept and as it is shown now; what is chosen is what the view holds from then on. Drawn also where the
 * two are one, so that a stale page's form has a place to say that somebody else came first.
 */
function Replace({ view, ...given }: OfView) {
  const { standing, listKey } = given
  const { locale } = standing.look
  const t = words(locale)
  const shown = { value: listKey, label: t('lists.shownNow', { list: listText(listKey, given) }) }
  const kept = { value: view.key, label: t('lists.keptNow', { list: listText(view.key, given) }) }
  return (
    <PostForm
      action={replaceViewAction}
      id={`replace-${view.id}`}
      form={standing.form('view.replace')}
      hidden={{ viewId: view.id, version: String(view.version) }}
      fields={[
        {
          name: 'list',
          kind: 'choice',
          label: t('lists.viewHolds'),
          hint: t('lists.viewHoldsHint'),
          options: view.key === listKey ? [kept] : [shown, kept],
          value: listKey,
          required: true,
          wide: true,
        },
      ]}
      submit={t('lists.viewReplace')}
      locale={locale}
      kind="plain"
    />
  )
}

function OwnView({ view, ...given }: OfView) {
  const { standing } = given
  const { look, form } = standing
  const { locale } = look
  const t = words(locale)
  const hidden = { viewId: view.id, version: String(view.version) }
  return (
    <Fold title={view.name}>
      <PostForm
        action={editViewAction}
        id={`view-${view.id}`}
        form={form('view.edit')}
        hidden={hidden}
        fields={fields(locale, view)}
        submit={t('lists.viewEdit')}
        locale={locale}
      />
      <Replace view={view} {...given} />
      <PostForm
        action={deleteViewAction}
        id={`delete-${view.id}`}
        form={form('view.delete')}
        hidden={hidden}
        fields={[]}
        submit={t('lists.viewDelete')}
        locale={locale}
        kind="danger"
      />
    </Fold>
  )
}

/** Keeps the list that is shown, and changes the ones kept before. */
export function ViewsPanel(given: Given) {
  const { standing, list, listKey } = given
  const { look, form } = standing
  const t = words(look.locale)
  const own = list.views.filter(({ isOwn }) => isOwn)
  return (
    <Card id="keep" title={t('lists.keep')}>
      <PostForm
        action={saveViewAction}
        id="save-view"
        form={form('view.save')}
        hidden={{ list: listKey }}
        fields={fields(look.locale)}
        submit={t('lists.viewSave')}
        locale={look.locale}
      />
      <h3>{t('lists.ownViews')}</h3>
      {own.length > 0 ? (
        own.map((view) => <OwnView key={view.id} view={view} {...given} />)
      ) : (
        <Empty why={t('lists.ownViewsEmpty')} />
      )}
    </Card>
  )
}
