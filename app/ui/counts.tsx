import type { ReactNode } from 'react'

export type Count = { key: string; label: ReactNode; count: number; href: string; urgent?: boolean }

/** Figures of a board, each the way to its list. */
export function Counts({ counts }: { counts: Count[] }) {
  return (
    <ul className="counts">
      {counts.map(({ key, label, count, href, urgent }) => (
        <li key={key}>
          <a href={href}>
            <span>{label}</span>
            <b className={urgent && count > 0 ? 'urgent' : undefined}>{count}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
