import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'
import type { Post } from './answer'
import { PostForm } from './post-form'

/** One line and a button on every page; the filters wait on a page of their own. */
export function SearchBox({ action, form, locale }: { action: Post; form: string; locale: Locale }) {
  const t = words(locale)
  return (
    <search className="search-box">
      <PostForm
        action={action}
        id="search"
        form={form}
        fields={[{ name: 'text', kind: 'text', label: t('search.box') }]}
        submit={t('search.submit')}
        errors={{ invalid: t('search.stopped') }}
        locale={locale}
        kind="plain"
        inline
        free
      />
      <a href="/search">{t('search.more')}</a>
    </search>
  )
}
