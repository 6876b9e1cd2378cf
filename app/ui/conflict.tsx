export type ConflictProps = { theirsLabel: string; theirs: string; yoursLabel: string; yours: string }

/** Two values of one fact, side by side; neither is preferred. */
export function Conflict({ theirsLabel, theirs, yoursLabel, yours }: ConflictProps) {
  return (
    <dl className="conflict">
      <div>
        <dt>{theirsLabel}</dt>
        <dd>{theirs}</dd>
      </div>
      <div>
        <dt>{yoursLabel}</dt>
        <dd>{yours}</dd>
      </div>
    </dl>
  )
}
