import type { ReactNode } from 'react'

export type Tile = { label: string; value: ReactNode; note?: ReactNode; urgent?: boolean }

/** The answers of a file at a glance. */
export function Tiles({ label, tiles }: { label: string; tiles: Tile[] }) {
  return (
    <section aria-label={label}>
      <dl className="tiles">
        {tiles.map((tile) => (
          <div key={tile.label} className={tile.urgent ? 'urgent' : undefined}>
            <dt>{tile.label}</dt>
            <dd className="answer">{tile.value}</dd>
            {tile.note && <dd className="note">{tile.note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
