import type { ReactNode } from 'react'

export type NoticeProps = { kind: 'info' | 'success' | 'warning' | 'error'; title?: string; children?: ReactNode }

/** `warning` stands still in the page; the other three say that something has just happened. */
export function Notice({ kind, title, children }: NoticeProps) {
  const role = { info: undefined, warning: undefined, success: 'status', error: 'alert' }[kind]
  return (
    <div className={`notice ${kind}`} role={role}>
      {title && <strong>{title} </strong>}
      {children}
    </div>
  )
}
