import { label, words } from '../../say'
import type { File } from './read-file'

/** Ways to reach people, and who may see the file. */
export function Contacts({ file }: { file: File }) {
  const { caseFile } = words
  return (
    <>
      <h2>{caseFile.contacts}</h2>
      {file.channels.map((channel) => (
        <div key={channel.id}>
          <b>{label('channelKinds', channel.kind)}</b>
          <span>{label('personRoles', 'caller')}</span>
          <small>{label('channelStates', channel.state)}</small>
          <button>{caseFile.reveal}</button>
          <a>{caseFile.editChannel}</a>
        </div>
      ))}
      <summary>{caseFile.addContact}</summary>
      <h3>{caseFile.contactLog}</h3>
      <p>{caseFile.logEmpty}</p>
      <summary>{caseFile.addLog}</summary>
      <h2>{caseFile.access}</h2>
      <dt>{caseFile.owner}</dt>
      <dd>{file.worker}</dd>
      <dt>{caseFile.confidentiality}</dt>
      <dd>{label('confidentialities', file.confidentiality)}</dd>
      <h3>{caseFile.grants}</h3>
      <p>{caseFile.grantsEmpty}</p>
      <p className="printed">{file.ref}</p>
    </>
  )
}
