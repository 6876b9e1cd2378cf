import type { Standing } from '@/app/door'
import { PostForm } from '@/app/ui/post-form'
import { formWords, label, words } from '@/app/words'
import type { WaitingAccount } from '@/db/accounts/waiting-accounts'
import { confirmAccountAction } from '../actions'

type Props = { accounts: WaitingAccount[]; standing: Standing }

/** People who cannot read a file until this team's coordinator says who they are. */
export function WaitingAccounts({ accounts, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <ul className="lines">
      {accounts.map(({ id, name, role, version }) => (
        <li key={id}>
          <span>
            <b>{name}</b> {label(look.locale, 'roles', role)} <small>{t('admin.waiting')}</small>
          </span>
          <PostForm
            action={confirmAccountAction}
            id={`confirm-${id}`}
            form={form('account.confirm')}
            hidden={{ accountId: id, version: String(version) }}
            fields={[]}
            submit={t('admin.confirm')}
            words={formWords(look.locale)}
            kind="plain"
            inline
          />
        </li>
      ))}
    </ul>
  )
}
