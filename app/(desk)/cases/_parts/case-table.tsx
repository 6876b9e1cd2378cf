'use client'

type Cells = readonly [grade: string, place: string, silent: string, review: string, worker: string]

/** A file of the list as its texts. */
export type CaseLine = readonly [ref: string, name: string, situation: string, level: string, risk: string, ...Cells]

export type CaseTableProps = { caption: string; heads: string[]; lines: CaseLine[]; isNamed: boolean }

/**
 * Drawn in the browser too, so that fifty rows travel beside their HTML as texts and not once more as elements. What a
 * column looks like is said by its place in the stylesheet: a class on each cell would be half of the page.
 */
export function CaseTable({ caption, heads, lines, isNamed }: CaseTableProps) {
  const [silentHead, reviewHead] = [heads[6], heads[7]]
  return (
    <table className={isNamed ? 'table cases named' : 'table cases'}>
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
        {lines.map(([ref, name, situation, level, risk, grade, place, silent, review, worker]) => (
          <tr key={ref}>
            <td>
              <a href={`/cases/${ref}`}>{ref}</a>
            </td>
            <td>{name}</td>
            <td>{situation}</td>
            <td>
              <span className={`risk ${level.toLowerCase()}`}>{`${level} ${risk}`}</span>
            </td>
            <td>{grade}</td>
            <td>{place}</td>
            <td data-label={silentHead}>{silent}</td>
            <td data-label={reviewHead}>{review}</td>
            <td>{worker}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
