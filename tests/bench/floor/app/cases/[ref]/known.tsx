import { instant, label, partial, words } from '../../say'
import { sayerOf } from './named'
import type { File } from './read-file'

/** The entries and their sources. */
export function Known({ file }: { file: File }) {
  const { caseFile } = words
  const sayer = sayerOf(file)
  return (
    <>
      <h2>{caseFile.whatIsKnown}</h2>
      <ol className="timeline">
        {file.entries.map((entry) => (
          <li key={entry.id} className="entry">
            <p>{entry.valid ? partial(entry.valid) : caseFile.unknown}</p>
            <b>{label('situations', entry.situation)}</b>
            <abbr>{entry.grade}</abbr>
            <p>{[`${entry.place}, ${label('provinces', entry.province)}`, entry.note].filter(Boolean).join(' — ')}</p>
            <p>{`${sayer} · recorded by ${entry.recorded_by}, ${instant(new Date(entry.recorded_at))}`}</p>
          </li>
        ))}
      </ol>
      <summary>{caseFile.addSituation}</summary>
      <h2>{caseFile.sources}</h2>
      {file.sources.map(({ code, type, distance, connection, reliability }) => (
        <div key={code}>
          <b>{code}</b>
          <span>
            {[label('sourceTypes', type), label('distances', distance), connection].filter(Boolean).join(' · ')}
          </span>
          <abbr>{reliability}</abbr>
          <button>{caseFile.showSource}</button>
        </div>
      ))}
      <summary>{caseFile.addSource}</summary>
    </>
  )
}
