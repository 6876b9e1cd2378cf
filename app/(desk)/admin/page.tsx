import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { readStaff } from '@/db/accounts/read-staff'
import { Nothing } from '@/lib/nothing'
import { HouseSettings } from './_parts/house-settings'
import { Teams } from './_parts/teams'
import { Users } from './_parts/users'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('admin.title') }
}

export default async function AdminPage() {
  const answer = await show(Nothing, readStaff, {})
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: staff } = answer
  const t = words(standing.look.locale)
  return (
    <Desk standing={standing} current="admin">
      <Sheet title={t('admin.title')} lead={t('admin.lead')}>
        <Users staff={staff} standing={standing} />
        <Teams teams={staff.teams} standing={standing} />
        <HouseSettings feeds={staff.feeds} standing={standing} />
      </Sheet>
    </Desk>
  )
}
