import type { ReactNode } from 'react'

export type CardProps = { id?: string; title: string; actions?: ReactNode; children: ReactNode }

/** One part of a page under its own heading; `id` is where the section links lead. */
export function Card({ id, title, actions, children }: CardProps) {
  return (
    <section className="card" id={id}>
      <div className="card-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
