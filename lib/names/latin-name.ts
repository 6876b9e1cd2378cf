import { latinLetters } from './latin-letters'
import { chunkLettersMax, readChunk, type Style } from './latin-syllable'
import { type Role, type Sounds } from './sounds'

export type Piece = { text: string; token: number; hyphenated: boolean; capitals: boolean }
export type Parsed = { sounds: Sounds[]; likelihood: number; chunks: string[]; surname: string }
export type Layout = { surname: Piece[]; given: Piece[]; share: number }

type Run = { chunks: string[]; likelihood: number }

const compoundSurnames = 0.003
const piecesMax = 5
const lettersMax = 24
const runsMax = 3
const givenLengths = [0, 0.06, 0.9, 0.03, 0.003]
const stylePriors: Record<Style, number> = { south: 0.65, north: 0.35 }

/** The pieces of a Latin or Cyrillic name between blanks and hyphens, and where a comma stood. */
export function piecesOf(text: string): { pieces: Piece[]; comma: number } {
  const pieces: Piece[] = []
  let comma = -1
  let token = 0
  for (const word of text.trim().split(/(?:\s|(?=,)|(?<=,))+/u)) {
    if (word === ',') comma = pieces.length
    else {
      const parts = word.split(/[-‐‑‒–—.·]+/u).filter(Boolean)
      const capitals = /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && word.length > 1
      for (const part of parts) pieces.push({ text: part, token, hyphenated: parts.length > 1, capitals })
      token++
    }
  }
  return { pieces, comma }
}

/** Where the surname may stand, and how likely: comma, capitals and hyphens tell; else it stands first or last. */
export function layoutsOf(pieces: readonly Piece[], comma: number): Layout[] {
  const last = pieces.length - 1
  if (pieces.length < 2) return []
  if (comma > 0 && comma <= last) return [{ surname: pieces.slice(0, comma), given: pieces.slice(comma), share: 1 }]
  const someSmall = pieces.some((piece) => !piece.capitals)
  const fit = (piece: Piece, others: readonly Piece[], share: number) => {
    const shouted = piece.capitals && someSmall && others.every((other) => !other.capitals)
    const hidden = !piece.capitals && others.every((other) => other.capitals)
    return share * (shouted ? 20 : 1) * (hidden ? 0.05 : 1) * (piece.hyphenated ? 0.02 : 1)
  }
  const head = fit(pieces[0] ?? never, pieces.slice(1), 0.85)
  const tail = fit(pieces[last] ?? never, pieces.slice(0, last), 0.15)
  return [
    { surname: pieces.slice(0, 1), given: pieces.slice(1), share: head / (head + tail) },
    { surname: pieces.slice(last), given: pieces.slice(0, last), share: tail / (head + tail) },
  ]
}

const never: Piece = { text: '', token: 0, hyphenated: false, capitals: false }

/** The likeliest ways to cut a piece into syllables, at most `runsMax` for each number of syllables. */
function runs(letters: string, style: Style, role: Role, syllablesMax: number): Run[] {
  if (letters.length > lettersMax) return []
  const upTo: Run[][] = [[{ chunks: [], likelihood: 1 }]]
  for (let end = 1; end <= letters.length; end++) {
    const found: Run[] = []
    for (let start = Math.max(0, end - chunkLettersMax); start < end; start++) {
      const before = upTo[start] ?? []
      if (before.length === 0) continue
      const chunk = letters.slice(start, end)
      const likelihood = readChunk(chunk, style, role)?.likelihood ?? 0
      if (likelihood === 0) continue
      for (const run of before)
        if (run.chunks.length < syllablesMax)
          found.push({ chunks: [...run.chunks, chunk], likelihood: run.likelihood * likelihood })
    }
    upTo.push(best(found))
  }
  return upTo[letters.length] ?? []
}

function best(found: readonly Run[]): Run[] {
  const kept = new Map<number, number>()
  return [...found]
    .sort((a, b) => b.likelihood - a.likelihood)
    .filter((run) => {
      const count = (kept.get(run.chunks.length) ?? 0) + 1
      kept.set(run.chunks.length, count)
      return count <= runsMax
    })
}

function join(pieces: readonly Piece[], style: Style, role: Role, syllablesMax: number): Run[] {
  let joined: Run[] = [{ chunks: [], likelihood: 1 }]
  for (const piece of pieces) {
    const next = runs(latinLetters(piece.text), style, role, syllablesMax)
    joined = best(
      joined.flatMap((run) =>
        next.map(({ chunks, likelihood }) => ({
          chunks: [...run.chunks, ...chunks],
          likelihood: run.likelihood * likelihood,
        })),
      ),
    )
  }
  return joined
}

function sound(chunks: readonly string[], style: Style, role: Role): Sounds[] {
  return chunks.flatMap((chunk) => readChunk(chunk, style, role)?.sounds ?? [])
}

/** Every likely reading of a Latin name as Korean syllables, surname first. */
export function readLatin(text: string, style: Style): Parsed[] {
  const { pieces, comma } = piecesOf(text)
  if (pieces.length > piecesMax) return []
  const parsed: Parsed[] = []
  const add = (surname: Run, given: Run, share: number) => {
    const likelihood =
      share * stylePriors[style] * surname.likelihood * given.likelihood * (givenLengths[given.chunks.length] ?? 0)
    if (likelihood === 0) return
    parsed.push({
      sounds: [...sound(surname.chunks, style, 'surname'), ...sound(given.chunks, style, 'given')],
      likelihood,
      chunks: [...surname.chunks, ...given.chunks],
      surname: surname.chunks.join(''),
    })
  }
  for (const { surname, given, share } of layoutsOf(pieces, comma)) {
    const heads = join(surname, style, 'surname', 1)
    for (const run of join(surname, style, 'given', 2))
      if (run.chunks.length === 2) heads.push({ ...run, likelihood: run.likelihood * compoundSurnames })
    for (const run of join(given, style, 'given', 4)) for (const head of heads) add(head, run, share)
  }
  if (pieces.length === 1) {
    const letters = latinLetters(pieces[0]?.text ?? '')
    for (let cut = 1; cut < Math.min(letters.length, chunkLettersMax); cut++)
      for (const head of runs(letters.slice(0, cut), style, 'surname', 1))
        for (const run of runs(letters.slice(cut), style, 'given', 3)) add(head, run, 1)
  }
  return parsed
}
