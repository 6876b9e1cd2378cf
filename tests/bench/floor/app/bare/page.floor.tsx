export const dynamic = 'force-dynamic'

export default function Bare() {
  return <p>Bare</p>
}
