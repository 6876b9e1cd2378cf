import type { Standing } from '@/app/door'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { WaitingAccount } from '@/db/accounts/waiting-accounts'
import { confirmAccountAction } from '../actions'

type Props = { accounts: WaitingAccount[]; standing: Standing }

function Waiting({ account, standing }: { account: WaitingAccount; standing: Standing }) {
  const { look, form } = standing
  const t = words(look.locale)
  const { id, name, role, otherTeam, version, joined } = account
  const as = otherTeam === null ? label(look.locale, 'roles', role) : t('admin.firstOf', { team: otherTeam })
  return (
    <li>
      <span>
        <b>{name}</b> {as} <small>{t(joined ? 'admin.confirmAsk' : 'admin.notJoined')}</small>
      </span>
      {joined && (
        <PostForm
          action={confirmAccountAction}
          id={`confirm-${id}`}
          form={form('account.confirm')}
          hidden={{ accountId: id, version: String(version) }}
          fields={[]}
          submit={t('admin.confirm')}
          locale={look.locale}
          kind="plain"
          inline
        />
      )}
    </li>
  )
}

/** People who cannot read a file until a coordinator says that they are who they are. */
export function WaitingAccounts({ accounts, standing }: Props) {
  return (
    <ul className="lines">
      {accounts.map((account) => (
        <Waiting key={account.id} account={account} standing={standing} />
      ))}
    </ul>
  )
}
