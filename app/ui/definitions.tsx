import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode; key?: string }

export function Definitions({ items }: { items: Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ key, term, value }) => (
        <div key={key ?? term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
