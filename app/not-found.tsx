import { currentLook } from './look'
import { Absent } from './ui/absent'

export default async function NotFound() {
  const { locale } = await currentLook()
  return (
    <main className="net">
      <Absent locale={locale} />
    </main>
  )
}
