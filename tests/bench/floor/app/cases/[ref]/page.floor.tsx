import { Frame } from '../../frame'
import { words } from '../../say'
import { Contacts } from './contacts'
import { Head } from './head'
import { Known } from './known'
import { People } from './people'
import { readFile } from './read-file'

type Props = { params: Promise<{ ref: string }> }

export default async function File({ params }: Props) {
  const file = await readFile((await params).ref)
  const { caseFile } = words
  return (
    <Frame reader="caseworker">
      <Head file={file} />
      <Known file={file} />
      <Contacts file={file} />
      <People file={file} />
      <h2>{caseFile.relationships}</h2>
      <p>{caseFile.relationshipsEmpty}</p>
      <summary>{caseFile.addRelationship}</summary>
    </Frame>
  )
}
