import type { Standing } from '@/app/door'
import { Instant } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { ToldNotice } from '@/db/home/read-board'
import { readNoticeAction } from '../actions'

type Props = { notices: readonly ToldNotice[]; standing: Standing }

/** What the coordinators of a team are told, each until one of them has taken note. */
export function NoticeLines({ notices, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <ul className="lines">
      {notices.map(({ id, kind, ref, at, version }) => (
        <li key={id}>
          <span>
            {ref && <a href={`/cases/${ref}`}>{ref}</a>} {label(look.locale, 'noticeKinds', kind)}{' '}
            <small>
              <Instant at={at} look={look} />
            </small>
          </span>
          <PostForm
            action={readNoticeAction}
            id={`notice-${id}`}
            form={form('notice.read')}
            hidden={{ noticeId: id, version: String(version) }}
            fields={[]}
            submit={t('home.noticeRead')}
            locale={look.locale}
            kind="plain"
            inline
          />
        </li>
      ))}
    </ul>
  )
}
