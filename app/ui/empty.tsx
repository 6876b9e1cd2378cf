import type { ReactNode } from 'react'

/** Speaks like a colleague: what this is, why it is empty, the one thing to do. */
export function Empty({ title, why, children }: { title?: string; why: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {title && <p className="empty-title">{title}</p>}
      <p>{why}</p>
      {children}
    </div>
  )
}
