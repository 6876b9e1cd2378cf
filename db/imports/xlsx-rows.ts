import { Readable } from 'node:stream'
import { type SaxesTagPlain, SaxesParser } from 'saxes'
import { type Entry, RandomAccessReader, type ZipFile, fromRandomAccessReaderPromise } from 'yauzl'
import { columnsMax } from '@/lib/imports/import-fields'
import { columnOf, dateOfSerial, isDateFormat } from '@/lib/imports/cells'
import { ListUnreadable } from './list-unreadable'

/** A file that can be read from any place. */
export type Ranged = { size: number; range: (start: number, end: number) => AsyncIterable<Uint8Array> }

const entriesMax = 2000
const bytesOfTextsMax = 48 * 1024 * 1024
const bytesOfSheetMax = 600 * 1024 * 1024
const ratioMax = 300
const textCharactersMax = 1_000_000

class RangedReader extends RandomAccessReader {
  constructor(private readonly file: Ranged) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.range(start, end))
  }
}

type Entries = Map<string, Entry>

async function entriesOf(zip: ZipFile): Promise<Entries> {
  const found: Entries = new Map()
  for await (const entry of zip.eachEntry()) {
    if (found.size >= entriesMax) throw new ListUnreadable('bomb')
    found.set(entry.fileName, entry)
  }
  return found
}

/** Refused before a byte of it is inflated, and yauzl stops one that says less than it holds. */
function assertHarmless({ uncompressedSize, compressedSize }: Entry, bytesMax: number): void {
  const isInflated = uncompressedSize > 1024 * 1024 && uncompressedSize / Math.max(compressedSize, 1) > ratioMax
  if (uncompressedSize > bytesMax || isInflated) throw new ListUnreadable('bomb')
}

type Node = { open?: (tag: SaxesTagPlain) => void; close?: (name: string) => void; text?: (text: string) => void }

/** Reads one part of the workbook; after each piece the caller may take what has been gathered so far. */
async function* readXml(zip: ZipFile, entry: Entry, node: Node): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let sinceTag = 0
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('opentag', (tag) => {
    sinceTag = 0
    node.open?.({ ...tag, name: local(tag.name) })
  })
  parser.on('closetag', (tag) => node.close?.(local(tag.name)))
  parser.on('text', (text) => node.text?.(text))
  const decoder = new TextDecoder()
  for await (const part of await zip.openReadStreamPromise(entry)) {
    if (!(part instanceof Uint8Array)) continue
    sinceTag += part.length
    if (sinceTag > textCharactersMax * 4) throw new ListUnreadable('bomb')
    parser.write(decoder.decode(part, { stream: true }))
    yield
  }
  parser.close()
}

async function readWhole(zip: ZipFile, entry: Entry | undefined, node: Node): Promise<void> {
  if (!entry) return
  assertHarmless(entry, bytesOfTextsMax)
  const pieces = readXml(zip, entry, node)
  while (!(await pieces.next()).done) continue
}

const attribute = ({ attributes }: SaxesTagPlain, name: string): string | undefined => attributes[name]

/** The texts that cells name by number; readings written above a text (phonetic runs) are no part of it. */
async function textsOf(zip: ZipFile, entries: Entries): Promise<string[]> {
  const texts: string[] = []
  let [text, inText, inReading] = ['', false, false]
  await readWhole(zip, entries.get('xl/sharedStrings.xml'), {
    open: ({ name }) => {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') inReading = true
    },
    text: (part) => {
      if (inText && !inReading) text += part
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') texts.push(text)
    },
  })
  return texts
}

/** Which cell styles show a number as a date. */
async function dateStylesOf(zip: ZipFile, entries: Entries): Promise<Set<number>> {
  const own = new Map<number, string>()
  const dates = new Set<number>()
  let [inCells, style] = [false, 0]
  await readWhole(zip, entries.get('xl/styles.xml'), {
    open: (tag) => {
      if (tag.name === 'numFmt') own.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      if (tag.name === 'cellXfs') inCells = true
      if (tag.name !== 'xf' || !inCells) return
      const format = Number(attribute(tag, 'numFmtId') ?? 0)
      if (isDateFormat(format, own.get(format))) dates.add(style)
      style += 1
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

/** Where the first sheet stands, and whether days are counted from 1904. */
async function bookOf(zip: ZipFile, entries: Entries): Promise<{ sheet: Entry; from1904: boolean }> {
  let [first, from1904, path] = ['', false, '']
  await readWhole(zip, entries.get('xl/workbook.xml'), {
    open: (tag) => {
      if (tag.name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
      if (tag.name === 'sheet' && first === '') first = attribute(tag, 'r:id') ?? ''
    },
  })
  await readWhole(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open: (tag) => {
      if (attribute(tag, 'Id') === first) path = attribute(tag, 'Target') ?? ''
    },
  })
  const sheet = entries.get(path.startsWith('/') ? path.slice(1) : `xl/${path}`)
  if (!sheet) throw new ListUnreadable('broken-workbook')
  assertHarmless(sheet, bytesOfSheetMax)
  return { sheet, from1904 }
}

type Book = { texts: readonly string[]; dates: ReadonlySet<number>; from1904: boolean }

/** Gathers cells into rows while the sheet is read. A formula counts as the value that was last computed for it. */
class Rows implements Node {
  private done: string[][] = []
  private cells: string[] = []
  private cell = { place: 0, type: '', style: 0, text: '' }
  private inValue = false

  constructor(private readonly book: Book) {}

  take(): string[][] {
    const done = this.done
    this.done = []
    return done
  }

  open = (tag: SaxesTagPlain): void => {
    if (tag.name === 'row') this.cells = []
    if (tag.name === 'c') {
      const place = columnOf(attribute(tag, 'r') ?? '') ?? this.cells.length
      if (place >= columnsMax) throw new ListUnreadable('too-many-columns')
      this.cell = { place, type: attribute(tag, 't') ?? 'n', style: Number(attribute(tag, 's') ?? 0), text: '' }
    }
    if (tag.name === 'v' || tag.name === 't') this.inValue = true
  }

  text = (part: string): void => {
    if (!this.inValue) return
    this.cell.text += part
    if (this.cell.text.length > textCharactersMax) throw new ListUnreadable('too-long-cell')
  }

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.inValue = false
    if (name === 'c') {
      while (this.cells.length < this.cell.place) this.cells.push('')
      this.cells[this.cell.place] = this.value()
    }
    if (name === 'row' && this.cells.some((text) => text.trim() !== '')) this.done.push(this.cells)
  }

  private value(): string {
    const { type, style, text } = this.cell
    if (type === 's') return this.book.texts[Number(text)] ?? ''
    if (type === 'e') return ''
    if (type === 'n' && text !== '' && this.book.dates.has(style)) return dateOfSerial(Number(text), this.book.from1904)
    return text
  }
}

/** What yauzl and saxes say of a damaged file is no fault of ours; whatever the database or the vault says is. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || error.constructor !== Error) return error
  return new ListUnreadable(error.message.startsWith('too many bytes') ? 'bomb' : 'broken-workbook')
}

/**
 * The rows of the first sheet of an XLSX workbook (ECMA-376), one at a time. Nothing is inflated that says it would grow
 * beyond bounds, and what grows without saying so is cut off: entries, bytes, text of one cell and columns are all limited.
 */
export async function* xlsxRows(file: Ranged): AsyncGenerator<string[]> {
  try {
    const zip = await fromRandomAccessReaderPromise(new RangedReader(file), file.size, { autoClose: false })
    const entries = await entriesOf(zip)
    const { sheet, from1904 } = await bookOf(zip, entries)
    const book = { texts: await textsOf(zip, entries), dates: await dateStylesOf(zip, entries), from1904 }
    const rows = new Rows(book)
    const pieces = readXml(zip, sheet, rows)
    while (!(await pieces.next()).done) yield* rows.take()
    yield* rows.take()
  } catch (error) {
    throw unreadable(error)
  }
}
