import type { ConsentCapacity, ConsentDecision } from './consents'

export type ConsentRow = {
  givenBy: string
  scope: string
  capacity: string
  decision: string
  recordedAt: Date
  id: string
}

const isLater = (a: ConsentRow, b: ConsentRow) =>
  a.recordedAt.getTime() === b.recordedAt.getTime() ? a.id > b.id : a.recordedAt > b.recordedAt

/** What each person last said of each purpose, the newest first: the rows only grow, the last one counts. */
export function lastWords<Row extends ConsentRow>(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.givenBy} ${row.scope}`
    const before = last.get(key)
    if (!before || isLater(row, before)) last.set(key, row)
  }
  return [...last.values()].sort((a, b) => (isLater(a, b) ? -1 : 1))
}

/** What was last decided by each person for each purpose, where it is still a leave. */
export function standingConsents<Row extends ConsentRow>(rows: readonly Row[], capacity?: ConsentCapacity): Row[] {
  const granted = 'granted' satisfies ConsentDecision
  return lastWords(rows).filter((row) => row.decision === granted && (!capacity || row.capacity === capacity))
}
