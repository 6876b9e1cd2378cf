import type { ReactNode } from 'react'

/** One page inside its frame: heading, deeds, body. */
export type SheetProps = {
  title: ReactNode
  /** A line above the title: the code of a file, its team, its owner. */
  above?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** What a print ends with: the code of a file, or who printed a list and when. */
  printed?: string
  children: ReactNode
}

export function Sheet({ title, above, lead, actions, printed, children }: SheetProps) {
  return (
    <>
      <div className="page-head">
        <div>
          {above && <p className="above">{above}</p>}
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
      {printed && <p className="printed">{printed}</p>}
    </>
  )
}
