/** Shape and word first, colour second; the shape is drawn by the stylesheet, so that a row stays one element. */
export const RiskMark = ({ level, word }: { level: string; word: string }) => (
  <span className={`risk ${level.toLowerCase()}`}>{`${level} ${word}`}</span>
)

export const SituationMark = ({ word }: { word: string }) => <span className="situation">{word}</span>

/** A letter and a figure in neutral ink: how good the source, how credible the word. Never a colour of risk. */
export const Grade = ({ grade, meaning }: { grade: string; meaning?: string }) =>
  meaning ? (
    <abbr className="grade" title={meaning}>
      {grade}
    </abbr>
  ) : (
    <span className="grade">{grade}</span>
  )
