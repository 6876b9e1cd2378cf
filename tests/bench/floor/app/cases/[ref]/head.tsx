import { days, label, partial, review, silentDays, words } from '../../say'
import { titleOf } from './named'
import type { File } from './read-file'

/** Title, answers at a glance and the way to the sections. */
export function Head({ file }: { file: File }) {
  const { caseFile, cases } = words
  const now = new Date()
  const above = [
    file.ref,
    label('confidentialities', file.confidentiality),
    file.worker,
    label('workflows', file.workflow),
  ]
  return (
    <>
      <p>{above.join(' · ')}</p>
      <h1>{titleOf(file)}</h1>
      <span>{caseFile.situation}</span>
      <b>{label('situations', file.situation)}</b>
      <span>{`${label('credibilities', file.grade.charAt(1))} · ${file.grade} · 1 source, 1 independent`}</span>
      <span>{caseFile.risk}</span>
      <b>{`${file.risk} ${label('risks', file.risk)}`}</b>
      <span>{caseFile.lastAlive}</span>
      <b>{file.alive ? partial(file.alive) : caseFile.unknown}</b>
      <span>{caseFile.silentFor}</span>
      <b>{days(silentDays(new Date(file.silent_since), now))}</b>
      <span>{caseFile.clock}</span>
      <b>{cases.review}</b>
      <span>{review(file.review_due === null ? null : new Date(file.review_due), now)}</span>
      <a>{caseFile.situations}</a>
      <a>{caseFile.sources}</a>
      <a>{caseFile.contacts}</a>
      <a>{caseFile.people}</a>
      <a>{caseFile.relationships}</a>
      <a>{caseFile.access}</a>
    </>
  )
}
