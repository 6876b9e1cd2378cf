import { crc32, deflateRawSync } from 'node:zlib'

type Part = { name: string; text: string }

function header(signature: number, { name, text }: Part, packed: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(text), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(Buffer.byteLength(text), 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  return Buffer.concat([mark, ...(signature === 0x02014b50 ? [Buffer.from([20, 0])] : []), head])
}

/** A zip archive of these texts, each deflated. */
function zipped(parts: readonly Part[]): Buffer {
  let at = 0
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  for (const part of parts) {
    const [name, packed] = [Buffer.from(part.name), deflateRawSync(part.text)]
    const local = Buffer.concat([header(0x04034b50, part, packed), name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(header(0x02014b50, part, packed), rest, name)
    files.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, listed, end])
}

/** A workbook whose first sheet holds these rows as XML, and these shared texts. */
export const workbook = (rows: string, texts: readonly string[] = []): Buffer =>
  zipped([
    {
      name: 'xl/workbook.xml',
      text: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/styles.xml',
      text: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    { name: 'xl/sharedStrings.xml', text: `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>` },
    { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ])
