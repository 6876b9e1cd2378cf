import type { ReactNode } from 'react'

export type EntryProps = {
  /** Where links to this entry lead. */
  id?: string
  when: string
  whenNote?: string
  /** A known day is a point, anything wider a bar. */
  span: 'day' | 'wider'
  current?: boolean
  corrected?: boolean
  title: ReactNode
  text?: string
  by?: ReactNode
  children?: ReactNode
}

/** One line of a life: when, what, and whose word it is. Stands in a <Timeline>. */
export function Entry({ id, when, whenNote, span, current, corrected, title, text, by, children }: EntryProps) {
  const names = ['entry', span, current && 'current', corrected && 'corrected'].filter(Boolean).join(' ')
  return (
    <li id={id} className={names}>
      <p className="when">
        {when}
        {whenNote && <small>{whenNote}</small>}
      </p>
      <div>
        <h3>{title}</h3>
        {text && <p className="said">{text}</p>}
        {by && <p className="by">{by}</p>}
        {children}
      </div>
    </li>
  )
}

export const Timeline = ({ children }: { children: ReactNode }) => <ol className="timeline">{children}</ol>
