import { currentField, moveFields } from '@/app/(desk)/admin/_parts/admin-fields'
import { disableAccountAction, inviteAgainAction, moveAccountAction } from '@/app/(desk)/admin/actions'
import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { Team } from '@/db/accounts/list-staff'
import type { Managed } from '@/db/accounts/read-staff'
import { readsFiles } from '@/lib/accounts/forms'

type Props = { person: Managed; teams: Team[]; standing: Standing }

/** What an admin may do about someone else's account; each asks for the admin's own password. */
export function Changes({ person, teams, standing: { look, form } }: Props) {
  const { locale } = look
  const t = words(locale)
  const about = { hidden: { accountId: person.id, version: String(person.version) }, locale }
  const reads = readsFiles(person.role)
  return (
    <>
      <Card title={t('admin.again')}>
        <p className="hint">
          {t('admin.againHint')} {reads && t('admin.againWaits')}
        </p>
        <PostForm
          {...about}
          action={inviteAgainAction}
          id="again"
          form={form('account.invite')}
          fields={[currentField(locale)]}
          submit={t('admin.create')}
          told={t('admin.link')}
          kind="plain"
        />
      </Card>
      {reads && teams.length > 1 && (
        <Card title={t('admin.move')}>
          <PostForm
            {...about}
            action={moveAccountAction}
            id="move"
            form={form('account.move')}
            fields={moveFields(locale, teams)}
            submit={t('admin.move')}
            kind="plain"
          />
        </Card>
      )}
      <Card title={t('admin.disable')}>
        <p className="hint">{t('admin.disableHint')}</p>
        <PostForm
          {...about}
          action={disableAccountAction}
          id="disable"
          form={form('account.disable')}
          fields={[currentField(locale)]}
          submit={t('admin.disable')}
          kind="danger"
        />
      </Card>
    </>
  )
}
