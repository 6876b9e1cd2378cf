'use client'

import { RiskMark, SituationMark } from '@/app/ui/mark'
import { type Column, Table } from '@/app/ui/table'

type Cells = readonly [grade: string, place: string, silent: string, review: string, worker: string]

/** A file of the list as its texts. */
export type CaseLine = readonly [ref: string, name: string, situation: string, level: string, risk: string, ...Cells]

/** Drawn in the browser too, so that fifty rows travel beside their HTML as texts and not once more as elements. */
export function CaseTable({ caption, columns, lines }: { caption: string; columns: Column[]; lines: CaseLine[] }) {
  const rows = lines.map(([ref, name, situation, level, risk, ...cells]) => ({
    key: ref,
    cells: [
      <a key="ref" href={`/cases/${ref}`}>
        {ref}
      </a>,
      name,
      <SituationMark key="situation" word={situation} />,
      <RiskMark key="risk" level={level} word={risk} />,
      ...cells,
    ],
  }))
  return <Table caption={caption} columns={columns} rows={rows} />
}
