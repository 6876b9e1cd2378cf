import { Frame } from '../../frame'
import { days, instant, label, partial, review, silentDays, words } from '../../say'
import { readFile } from './read-file'

type Props = { params: Promise<{ ref: string }> }

const roles: Record<string, number> = { subject: 0 }

export default async function File({ params }: Props) {
  const file = await readFile((await params).ref)
  const { caseFile, cases } = words
  const now = new Date()
  const [subject] = file.people
  const title = file.names.map((name) => name.text).join(' · ')
  const [source] = file.sources
  const [newest] = file.entries
  const sayer = source
    ? [source.code, label('sourceTypes', source.type), label('distances', source.distance)].join(' · ')
    : ''
  const people = [...file.people].sort((a, b) => (roles[a.role] ?? 1) - (roles[b.role] ?? 1))
  return (
    <Frame reader="caseworker">
      <p>
        {[
          file.ref,
          label('confidentialities', file.confidentiality),
          file.worker,
          label('workflows', file.workflow),
        ].join(' · ')}
      </p>
      <h1>{title}</h1>
      <span>{caseFile.situation}</span>
      <b>{label('situations', file.situation)}</b>
      <span>{`${label('credibilities', file.grade.charAt(1))} · ${file.grade} · 1 source, 1 independent`}</span>
      <span>{caseFile.risk}</span>
      <b>{`${file.risk} ${label('risks', file.risk)}`}</b>
      <span>{caseFile.silentFor}</span>
      <b>{days(silentDays(new Date(file.silent_since), now))}</b>
      <span>{caseFile.clock}</span>
      <b>{cases.review}</b>
      <span>{review(file.review_due && new Date(file.review_due), now)}</span>
      <a>{caseFile.situations}</a>
      <a>{caseFile.sources}</a>
      <a>{caseFile.contacts}</a>
      <a>{caseFile.people}</a>
      <a>{caseFile.relationships}</a>
      <a>{caseFile.access}</a>
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
      {file.sources.map((one) => (
        <div key={one.code}>
          <b>{one.code}</b>
          <span>
            {[label('sourceTypes', one.type), label('distances', one.distance), one.connection]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <abbr>{one.reliability}</abbr>
          <button>{caseFile.showSource}</button>
        </div>
      ))}
      <summary>{caseFile.addSource}</summary>
      <h2>{caseFile.contacts}</h2>
      {file.channels.map((channel) => (
        <div key={channel.id}>
          <b>{label('channelKinds', channel.kind)}</b>
          <span>{label('personRoles', 'caller')}</span>
          <small>{label('channelStates', channel.state)}</small>
          <button>{caseFile.reveal}</button>
          <label>{caseFile.channelState}</label>
          <output>{label('channelStates', channel.state)}</output>
          <button>{caseFile.save}</button>
        </div>
      ))}
      <summary>{caseFile.addContact}</summary>
      <h3>{caseFile.contactLog}</h3>
      <p>{caseFile.logEmpty}</p>
      <summary>{caseFile.addLog}</summary>
      <h2>{caseFile.people}</h2>
      {people.map((person) => {
        const names = file.names.filter((name) => name.person_id === person.id)
        const called = person.id === subject?.id ? title : label('personRoles', person.role)
        return (
          <section key={person.id}>
            <h3>{called}</h3>
            {names.length > 0 && <small>{label('personRoles', person.role)}</small>}
            {names.map((name) => (
              <div key={name.id}>
                <dt>{label('nameKinds', 'as_reported')}</dt>
                <dd>{name.text}</dd>
              </div>
            ))}
            <dt>{caseFile.sex}</dt>
            <dd>{label('sexes', person.sex)}</dd>
            <dt>{caseFile.birth}</dt>
            <dd>{person.birth ?? caseFile.unknown}</dd>
            <summary>{`${caseFile.change}: ${called}`}</summary>
          </section>
        )
      })}
      <summary>{caseFile.addName}</summary>
      <summary>{caseFile.addPerson}</summary>
      <h2>{caseFile.relationships}</h2>
      <p>{caseFile.relationshipsEmpty}</p>
      <summary>{caseFile.addRelationship}</summary>
      <h2>{caseFile.access}</h2>
      <dt>{caseFile.owner}</dt>
      <dd>{file.worker}</dd>
      <dt>{caseFile.confidentiality}</dt>
      <dd>{label('confidentialities', file.confidentiality)}</dd>
      <h3>{caseFile.grants}</h3>
      <p>{caseFile.grantsEmpty}</p>
      <p className="printed">{file.ref}</p>
      {newest && null}
    </Frame>
  )
}
