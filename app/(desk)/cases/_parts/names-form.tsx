import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { showNamesAction } from '../actions'
import type { Given } from './given'

/** Names stay hidden until they are asked for, which the log keeps. */
export function NamesForm({ standing, list, listKey }: Given) {
  const { look, form } = standing
  const t = words(look.locale)
  if (list.namesUntil)
    return <p className="lead">{t('cases.namesOpen', { time: instantText(list.namesUntil, look) })}</p>
  return (
    <PostForm
      action={showNamesAction}
      id="names"
      form={form('names.show')}
      fields={[]}
      hidden={{ list: listKey }}
      submit={t('cases.showNames')}
      locale={look.locale}
      kind="plain"
      inline
    />
  )
}
