import { label, words } from '../../say'
import { titleOf } from './named'
import type { File } from './read-file'

type Person = File['people'][number]

function One({ person, file }: { person: Person; file: File }) {
  const { caseFile } = words
  const names = file.names.filter((name) => name.person_id === person.id)
  const called = names.length > 0 ? titleOf(file) : label('personRoles', person.role)
  return (
    <section>
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
}

/** Everyone in the file, the subject first. */
export function People({ file }: { file: File }) {
  const { caseFile } = words
  const order = [...file.people].sort((a, b) => Number(b.role === 'subject') - Number(a.role === 'subject'))
  return (
    <>
      <h2>{caseFile.people}</h2>
      {order.map((person) => (
        <One key={person.id} person={person} file={file} />
      ))}
      <summary>{caseFile.addName}</summary>
      <summary>{caseFile.addPerson}</summary>
    </>
  )
}
