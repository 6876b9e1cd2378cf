'use client'

/** An item as its texts: when, which kind, what, the words said, whose word it is. */
export type ChronicleLine = readonly [when: string, kind: string, what: string, said: string, by: string]

/** A mark points to its line; its place is in percent of the scale, and a width of 0 is a day. Rows keep marks apart. */
export type Mark = readonly [line: number, x: number, width: number, row: number]

export type ChronicleProps = {
  labels: Record<string, string>
  lines: ChronicleLine[]
  /** Lines in order, under their year; the last heading may be the one of unknown dates. */
  groups: (readonly [heading: string, first: number, end: number])[]
  scale: {
    title: string
    about: string
    name: string
    isLong: boolean
    ticks: (readonly [year: number, at: number])[]
    lanes: (readonly [kind: string, marks: Mark[]])[]
  }
}

const laneHeight = 36
const rowHeight = 10
const markHeight = 8

/** What scrolls has to be within reach of the keyboard. */
const scrolls = { role: 'region', tabIndex: 0 } as const

function Marks({ lines, labels, marks }: Pick<ChronicleProps, 'lines' | 'labels'> & { marks: Mark[] }) {
  return marks.map(([line, x, width, row]) => {
    const [when, kind] = lines[line] ?? ['', '']
    const place = { x: `${x}%`, y: row * rowHeight, width: width === 0 ? markHeight : `${width}%`, height: markHeight }
    return (
      <a key={line} href={`#n${line}`} tabIndex={-1}>
        <rect {...place} className={width === 0 ? undefined : 'wide'}>
          <title>{`${when} · ${labels[kind]}`}</title>
        </rect>
      </a>
    )
  })
}

/** The picture repeats the list for the eye alone: read aloud, it says what it is and leaves the telling to the list. */
function Scale({ lines, labels, scale }: Pick<ChronicleProps, 'lines' | 'labels' | 'scale'>) {
  const height = scale.lanes.length * laneHeight
  return (
    <div className="scale card">
      <div className="lanes" aria-hidden="true">
        {scale.lanes.map(([kind]) => (
          <span key={kind}>{labels[kind]}</span>
        ))}
      </div>
      <div className="along" {...scrolls} aria-label={scale.name}>
        <svg
          className={scale.isLong ? 'long' : undefined}
          width="100%"
          height={height + 20}
          role="group"
          aria-labelledby="scale-title"
          aria-describedby="scale-about"
        >
          <title id="scale-title">{scale.title}</title>
          <desc id="scale-about">{scale.about}</desc>
          <g aria-hidden="true">
            {scale.ticks.map(([year, at]) => (
              <g key={year}>
                <line x1={`${at}%`} x2={`${at}%`} y2={height} />
                <text x={`${at}%`} y={height + 16}>
                  {year}
                </text>
              </g>
            ))}
            {scale.lanes.map(([kind, marks], lane) => (
              <g key={kind} className={`of-${kind}`} transform={`translate(0 ${lane * laneHeight + 4})`}>
                <Marks {...{ lines, labels, marks }} />
              </g>
            ))}
          </g>
        </svg>
      </div>
    </div>
  )
}

/** Drawn in the browser too, so that a long history travels beside its HTML as texts and not once more as elements. */
export function Chronicle({ labels, lines, groups, scale }: ChronicleProps) {
  return (
    <>
      <Scale {...{ lines, labels, scale }} />
      {groups.map(([heading, first, end]) => (
        <section key={heading} className="year card">
          <h2>{heading}</h2>
          <ol className="chronicle">
            {lines.slice(first, end).map(([when, kind, what, said, by], place) => (
              <li key={place} id={`n${first + place}`} className={`of-${kind}`}>
                <span>{when}</span>
                <p>
                  <b>{labels[kind]}</b> {what}
                  {said && ` — ${said}`} <small>{by}</small>
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
