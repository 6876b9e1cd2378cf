import type { ReactNode } from 'react'

/** A form that waits behind its own title; open from the start when it is the one thing to do. */
export function Fold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
