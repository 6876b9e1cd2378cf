import { database } from '../database'
import { Frame } from '../frame'
import { days, label, review, silentDays, words } from '../say'

type Listed = {
  ref: string
  situation: string
  risk: string
  grade: string
  province: string | null
  silent_since: Date
  review_due: Date | null
  worker: string
}

type Props = { searchParams: Promise<{ list: string; situation: string; risk: string }> }

export default async function Cases({ searchParams }: Props) {
  const { list, situation, risk } = await searchParams
  const rows = await database()<Listed[]>`
    select ref, situation, risk, grade, province, silent_since, review_due, worker from listed
     where list = ${list} and situation = ${situation} and risk = ${risk} order by changed_at desc, id limit 51`
  const now = new Date()
  const { cases } = words
  const heads = [
    cases.file,
    cases.name,
    cases.situation,
    cases.risk,
    cases.proof,
    cases.place,
    cases.silent,
    cases.review,
  ]
  return (
    <Frame reader={list}>
      <h1>{cases.title}</h1>
      <button>{cases.showNames}</button>
      <span>{cases.situation}</span>
      <span>{label('situations', situation)}</span>
      <span>{cases.risk}</span>
      <span>{label('risks', risk)}</span>
      <span>{cases.silent}</span>
      <span>{cases.any}</span>
      <span>{cases.worker}</span>
      <span>{cases.any}</span>
      <button>{cases.apply}</button>
      <a>{cases.clear}</a>
      <table className="table">
        <caption>{cases.caption}</caption>
        <thead>
          <tr>
            {[...heads, cases.worker].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 50).map((row) => (
            <tr key={row.ref}>
              <td>{row.ref}</td>
              <td>•••</td>
              <td>{label('situations', row.situation)}</td>
              <td>{`${row.risk} ${label('risks', row.risk)}`}</td>
              <td>{row.grade}</td>
              <td>{row.province ? label('provinces', row.province) : '—'}</td>
              <td>{days(silentDays(row.silent_since, now))}</td>
              <td>{review(row.review_due, now)}</td>
              <td>{row.worker}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > 50 && <a>{cases.next}</a>}
    </Frame>
  )
}
