import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import type { FoundSearch } from '@/db/search/read-search'
import { clauseSteps } from '@/lib/search/kinds'
import { deleteSearchAction, repeatSearchAction, saveSearchAction, stepSearchAction } from '../actions'

type Given = { standing: Standing; found: FoundSearch }

/** The words of each step, and the way back to the step before. */
export function Came({ standing, found }: Given) {
  const { locale } = standing.look
  const t = words(locale)
  return (
    <div className="came">
      <ol aria-label={t('search.came')}>
        {found.terms.clauses.map(({ step, text }, place) => (
          <li key={`${step} ${String(place)}`}>
            {label(locale, 'searchSteps', step)} <q>{text}</q>
          </li>
        ))}
        {found.terms.after && <li>{label(locale, 'searchSteps', 'on')}</li>}
      </ol>
      {found.previousId && <a href={`/search/${found.previousId}`}>{t('search.former')}</a>}
    </div>
  )
}

/** The same search once more, or its look through notes from where it ended. */
export function Repeat({ standing, found, step }: Given & { step: 'again' | 'on' }) {
  const { locale } = standing.look
  const t = words(locale)
  const on = found.looked ? t('search.lookOn') : t('search.look')
  return (
    <PostForm
      action={repeatSearchAction}
      id={step}
      form={standing.form('search.step')}
      fields={[]}
      hidden={{ id: found.id, step }}
      submit={step === 'on' ? on : t('search.again')}
      locale={locale}
      kind="plain"
      inline
    />
  )
}

/** How far notes were looked through, and the way on. */
export function LookedThrough({ standing, found }: Given) {
  const { look } = standing
  const t = words(look.locale)
  const { looked, mayLookOn } = found
  if (!looked && !mayLookOn) return null
  const said = !looked
    ? t('search.notLooked')
    : looked.next
      ? t('search.looked', { files: looked.files, time: instantText(new Date(looked.next.at), look) })
      : t('search.lookedAll')
  return (
    <div className="looked">
      <p className="lead">{said}</p>
      {mayLookOn && <Repeat standing={standing} found={found} step="on" />}
    </div>
  )
}

export function Further({ standing, found }: Given) {
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="further" title={t('search.further')}>
      <PostForm
        action={stepSearchAction}
        id="step"
        form={standing.form('search.step')}
        hidden={{ id: found.id }}
        fields={[
          {
            name: 'step',
            kind: 'choice',
            label: t('search.step'),
            options: optionsOf(locale, 'searchSteps', clauseSteps),
            value: 'narrow',
            required: true,
          },
          { name: 'text', kind: 'text', label: t('search.stepText'), required: true },
        ]}
        submit={t('search.stepSubmit')}
        errors={{ invalid: t('search.stopped') }}
        locale={locale}
        kind="plain"
        inline
        free
      />
      <Repeat standing={standing} found={found} step="again" />
    </Card>
  )
}

export function Keep({ standing, found }: Given) {
  const { look, form } = standing
  const t = words(look.locale)
  const hidden = { id: found.id, version: String(found.version) }
  return (
    <Card id="keep" title={t('search.save')}>
      <p className="hint">{t('search.until', { time: instantText(found.expiresAt, look) })}</p>
      <PostForm
        action={saveSearchAction}
        id="save-search"
        form={form('search.save')}
        hidden={hidden}
        fields={[
          {
            name: 'name',
            kind: 'text',
            label: t('search.saveName'),
            hint: t('search.saveHint'),
            value: found.name ?? undefined,
            required: true,
          },
        ]}
        submit={t('search.saveSubmit')}
        locale={look.locale}
        kind="plain"
      />
      {found.name !== null && (
        <PostForm
          action={deleteSearchAction}
          id="delete-search"
          form={form('search.delete')}
          hidden={hidden}
          fields={[]}
          submit={t('search.delete')}
          locale={look.locale}
          kind="danger"
        />
      )}
    </Card>
  )
}
