import type { ReactNode } from 'react'

export type Column = {
  key: string
  label: string
  number?: boolean
  /** On a phone each row is a card of two lines: `labelled` is the second line with its label, `off` is left out. */
  card?: 'first' | 'second' | 'labelled' | 'off'
}

export type Row = { key: string; cells: ReactNode[] }

export type TableProps = { caption: string; columns: Column[]; rows: Row[] }

const places = { first: '', second: 'second', labelled: 'second labelled', off: 'off' }

const classOf = ({ number, card = 'first' }: Column) =>
  [number && 'number', places[card]].filter(Boolean).join(' ') || undefined

/** A dense list. The link of a row stands in its first cell and covers the whole card on a phone. */
export function Table({ caption, columns, rows }: TableProps) {
  const marks = columns.map((column) => ({
    className: classOf(column),
    'data-label': column.card === 'labelled' ? column.label : undefined,
  }))
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th key={column.key} scope="col" className={marks[place]?.className}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, place) => (
              <td key={columns[place]?.key} {...marks[place]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
