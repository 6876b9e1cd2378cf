'use client'

import type { CaseColumn } from '@/lib/cases/chosen-columns'

/** A file of the list as its texts, its ref first; a risk begins with its level. */
export type CaseLine = readonly string[]

export type CaseTableProps = {
  caption: string
  heads: string[]
  lines: CaseLine[]
  isNamed: boolean
  /** The columns where they are not the usual ones. */
  chosen?: readonly CaseColumn[]
  /** The form of the boxes before each file; in its label `%` stands for the file. */
  tick?: { form: string; label: string; ticked: string[] }
}

/** On a phone a row of chosen columns shows every one of them, the situation and the name in its first line. */
function markOf(code: CaseColumn, isNamed: boolean): string | undefined {
  if (code === 'name') return isNamed ? undefined : 'off'
  return code === 'ref' || code === 'situation' ? undefined : code === 'risk' ? 'second' : 'second labelled'
}

function Cell({ text, column }: { text: string; column: CaseColumn | undefined }) {
  if (column !== 'risk') return text
  return <span className={`risk ${text.slice(0, 2).toLowerCase()}`}>{text}</span>
}

const usual: readonly CaseColumn[] = ['ref', 'name', 'situation', 'risk']
const labelled = [6, 7]

/**
 * Drawn in the browser too, so that fifty rows travel beside their HTML as texts and not once more as elements. What a
 * usual column looks like is said by its place in the stylesheet: a class on each cell would be half of the page.
 */
export function CaseTable({ caption, heads, lines, isNamed, chosen, tick }: CaseTableProps) {
  const columns = chosen ?? usual
  const marks = chosen?.map((code) => markOf(code, isNamed))
  return (
    <table className={['table', !chosen && 'cases', isNamed && 'named'].filter(Boolean).join(' ')}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([ref = '', ...cells]) => (
          <tr key={ref}>
            <td>
              {tick && (
                <input
                  type="checkbox"
                  name="pick"
                  value={ref}
                  form={tick.form}
                  aria-label={tick.label.replace('%', ref)}
                  defaultChecked={tick.ticked.includes(ref)}
                />
              )}
              <a href={`/cases/${ref}`}>{ref}</a>
            </td>
            {cells.map((text, place) => (
              <td
                key={heads[place + 1]}
                className={marks?.[place + 1]}
                data-label={chosen || labelled.includes(place + 1) ? heads[place + 1] : undefined}
              >
                <Cell text={text} column={columns[place + 1]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
