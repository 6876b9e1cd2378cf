import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { followCaseAction, unfollowCaseAction } from '../actions'
import type { Part } from './part'
import { Saved } from '../../_parts/saved'

/** Who else has the file open, and whether its changes are told to this reader. */
export function Present(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const [action, deed] = view.followed
    ? [unfollowCaseAction, 'case.unfollow' as const]
    : [followCaseAction, 'case.follow' as const]
  return (
    <Card id="present" title={t('together.present')}>
      <Saved part={part} of="present" />
      <p>
        {view.head.present.length > 0
          ? t('together.presentNow', { names: view.head.present.join(', ') })
          : t('together.presentNobody')}
      </p>
      <p className="hint">{t(view.followed ? 'together.followed' : 'together.followHint')}</p>
      <PostForm
        action={action}
        id="follow"
        form={standing.form(deed)}
        hidden={{ ref: view.head.ref }}
        fields={[]}
        submit={t(view.followed ? 'together.unfollow' : 'together.follow')}
        locale={locale}
        kind="plain"
      />
    </Card>
  )
}
