import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { SessionView } from '@/db/accounts/read-account'
import { endOtherSessionsAction, endSessionAction } from '../actions'

type Props = { sessions: SessionView[]; standing: Standing }

function Session({ session, standing }: { session: SessionView; standing: Standing }) {
  const { look, form } = standing
  const t = words(look.locale)
  const { id, startedAt, seenAt, here } = session
  return (
    <li>
      <span>
        {here && <b>{t('account.thisSession')} · </b>}
        {t('account.started', { time: instantText(startedAt, look) })} ·{' '}
        <small>{t('account.seen', { time: instantText(seenAt, look) })}</small>
      </span>
      <PostForm
        action={endSessionAction}
        id={`end-${id}`}
        form={form('account.session-end')}
        hidden={{ sessionId: id }}
        fields={[]}
        submit={t('account.end')}
        locale={look.locale}
        kind="plain"
        inline
      />
    </li>
  )
}

/** Where this account is signed in now; what is not known to its person can be ended from here. */
export function Sessions({ sessions, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <Card id="sessions" title={t('account.sessions')}>
      <ul className="lines">
        {sessions.map((session) => (
          <Session key={session.id} session={session} standing={standing} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <PostForm
          action={endOtherSessionsAction}
          id="end-others"
          form={form('account.session-end')}
          fields={[]}
          submit={t('account.endOthers')}
          locale={look.locale}
          kind="plain"
        />
      ) : (
        <p className="hint">{t('account.noOthers')}</p>
      )}
    </Card>
  )
}
