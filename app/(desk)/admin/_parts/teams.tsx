import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { Staff } from '@/db/accounts/read-staff'
import { createTeamAction } from '../actions'

type Props = { teams: Staff['teams']; standing: Standing }

/** Teams, and how many people stand in each. */
export function Teams({ teams, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  return (
    <Card id="teams" title={t('admin.teams')}>
      {teams.length === 0 && <Empty why={t('admin.teamsEmpty')} />}
      <ul className="lines">
        {teams.map(({ id, name, members }) => (
          <li key={id}>
            <b>{name}</b> <span>{t('admin.members', { count: members })}</span>
          </li>
        ))}
      </ul>
      <PostForm
        action={createTeamAction}
        id="team"
        form={form('team.create')}
        fields={[{ name: 'name', kind: 'text', label: t('admin.teamName'), required: true }]}
        submit={t('admin.addTeam')}
        locale={look.locale}
        fold={t('admin.addTeam')}
        open={teams.length === 0}
      />
    </Card>
  )
}
