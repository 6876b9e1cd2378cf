import { latinOfCyrillic, unmixed } from './cyrillic'
import { latinLetters } from './latin-letters'
import { chunkLettersMax, readChunk, readInitial, type Style } from './read-chunk'
import { remembered } from './remembered'
import { type Role, type Sounds } from './sounds'

export type Piece = { text: string; letters: string; token: number; hyphenated: boolean; capitals: boolean }
export type Parsed = { sounds: Sounds[]; chunks: string[]; likelihood: number }
export type Pieces = { pieces: Piece[]; comma: number }
export type Layout = { surname: Piece[]; given: Piece[]; share: number }

type Manner = { style: Style; role: Role; syllablesMax: number }
type Run = { chunks: string[]; sounds: Sounds[]; likelihood: number }

const compoundSurnames = 0.003
const compoundLettersMin = 5
const pieceSyllablesMax = 4
const cutsMax = 10_000
const piecesMax = 5
const lettersMax = 24
const runsMax = 3
const shareMin = 0.01
const givenLengths = [0, 0.06, 0.9, 0.03, 0.003]
const stylePriors: Record<Style, number> = { south: 0.65, north: 0.35 }

const lettersOf = remembered((piece: string) => {
  const word = unmixed(piece)
  return /\p{Script=Cyrillic}/u.test(word) ? latinOfCyrillic(word) : latinLetters(word)
}, cutsMax)

/** The pieces of a Latin or Cyrillic name between blanks and hyphens, and where a comma stood. */
export function piecesOf(text: string): Pieces {
  const pieces: Piece[] = []
  let comma = -1
  let token = 0
  for (const word of text.trim().split(/(?:\s|(?=,)|(?<=,))+/u)) {
    if (word === ',') comma = pieces.length
    else {
      const parts = word.split(/[-‐‑‒–—.·]+/u).filter(Boolean)
      const capitals = /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && word.length > 1
      for (const part of parts)
        pieces.push({ text: part, letters: lettersOf(part), token, hyphenated: parts.length > 1, capitals })
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

const never: Piece = { text: '', letters: '', token: 0, hyphenated: false, capitals: false }

/** The likeliest ways to cut a piece into syllables, at most `runsMax` for each number of syllables. */
function cutPiece(letters: string, style: Style, role: Role): Run[] {
  if (letters.length > lettersMax) return []
  const initial = letters.length === 1 ? readInitial(letters, style, role) : undefined
  if (initial) return [{ chunks: [letters], sounds: [initial.sounds], likelihood: initial.likelihood }]
  const upTo: Run[][] = [[{ chunks: [], sounds: [], likelihood: 1 }]]
  for (let end = 1; end <= letters.length; end++) {
    const found: Run[] = []
    for (let start = Math.max(0, end - chunkLettersMax); start < end; start++) {
      const before = upTo[start] ?? []
      if (before.length === 0) continue
      const chunk = letters.slice(start, end)
      const { sounds, likelihood } = readChunk(chunk, style, role)
      if (likelihood === 0) continue
      for (const run of before)
        if (run.chunks.length < pieceSyllablesMax)
          found.push({
            chunks: [...run.chunks, chunk],
            sounds: [...run.sounds, sounds],
            likelihood: run.likelihood * likelihood,
          })
    }
    upTo.push(best(found))
  }
  return upTo[letters.length] ?? []
}

const cutter = (style: Style, role: Role) => remembered((letters: string) => cutPiece(letters, style, role), cutsMax)
const cutters = {
  south: { surname: cutter('south', 'surname'), given: cutter('south', 'given') },
  north: { surname: cutter('north', 'surname'), given: cutter('north', 'given') },
}

function runs(letters: string, { style, role, syllablesMax }: Manner): Run[] {
  return cutters[style][role](letters).filter(({ chunks }) => chunks.length <= syllablesMax)
}

function best(found: Run[]): Run[] {
  if (found.length < 2) return found
  const kept = new Map<number, number>()
  return [...found]
    .sort((a, b) => b.likelihood - a.likelihood)
    .filter((run) => {
      const count = (kept.get(run.chunks.length) ?? 0) + 1
      kept.set(run.chunks.length, count)
      return count <= runsMax
    })
}

function join(pieces: readonly Piece[], manner: Manner): Run[] {
  const [only] = pieces
  if (only && pieces.length === 1) return runs(only.letters, manner)
  let joined: Run[] = [{ chunks: [], sounds: [], likelihood: 1 }]
  for (const piece of pieces) {
    const next = runs(piece.letters, manner)
    joined = best(
      joined.flatMap((run) =>
        next.map(({ chunks, sounds, likelihood }) => ({
          chunks: [...run.chunks, ...chunks],
          sounds: [...run.sounds, ...sounds],
          likelihood: run.likelihood * likelihood,
        })),
      ),
    )
  }
  return joined
}

/** Every likely reading of a Latin name as Korean syllables, surname first. */
export function readLatin({ pieces, comma }: Pieces, style: Style): Parsed[] {
  if (pieces.length > piecesMax) return []
  const parsed: Parsed[] = []
  const add = (surname: Run, given: Run, share: number) => {
    const likelihood =
      share * stylePriors[style] * surname.likelihood * given.likelihood * (givenLengths[given.chunks.length] ?? 0)
    if (likelihood === 0) return
    parsed.push({
      sounds: [...surname.sounds, ...given.sounds],
      chunks: [...surname.chunks, ...given.chunks],
      likelihood,
    })
  }
  for (const { surname, given, share } of layoutsOf(pieces, comma)) {
    if (share < shareMin) continue
    const heads = [...join(surname, { style, role: 'surname', syllablesMax: 1 })]
    for (const run of surname.length > 1 || (surname[0]?.letters.length ?? 0) >= compoundLettersMin
      ? join(surname, { style, role: 'given', syllablesMax: 2 })
      : [])
      if (run.chunks.length === 2) heads.push({ ...run, likelihood: run.likelihood * compoundSurnames })
    for (const run of join(given, { style, role: 'given', syllablesMax: 4 }))
      for (const head of heads) add(head, run, share)
  }
  if (pieces.length === 1) {
    const letters = pieces[0]?.letters ?? ''
    for (let cut = 1; cut < Math.min(letters.length, chunkLettersMax); cut++)
      for (const head of runs(letters.slice(0, cut), { style, role: 'surname', syllablesMax: 1 }))
        for (const run of runs(letters.slice(cut), { style, role: 'given', syllablesMax: 3 })) add(head, run, 1)
  }
  return parsed
}
