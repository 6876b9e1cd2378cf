import { nameKeys } from '@/lib/names/keys'
import { preparedSimilarity, sameNameFrom } from '@/lib/names/match'
import { prepareName } from '@/lib/names/prepare'
import { townsIn } from '@/lib/places/towns-in'
import type { PartialDate } from '@/lib/dates/partial-date'
import { sameBirth } from './alike'
import type { ImportCase } from './forms'

/** A row as it is set beside the others of its list; `outsideId` is what the list itself numbers people by. */
export type ToldRow = { number: number; input: ImportCase; outsideId: string | undefined }

type Kept = { names: string[]; birth: PartialDate | undefined }

const keysOfName = 4

/** FNV-1a in two halves: 52 bits, so that what a long list says is remembered in a few megabytes. */
function hashOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ (code + place), 0x85ebca6b)
  }
  return (high >>> 0) * 0x100000 + (low >>> 12)
}

const namesOf = ({ name, otherName }: ImportCase): string[] => (otherName === undefined ? [name] : [name, otherName])

const placeOf = ({ province, place }: ImportCase): string | undefined =>
  place === undefined ? province : (townsIn(place)[0]?.code ?? place.toLowerCase())

/** Under what a row is found again: each sound of its names with the year of birth, and with where it was. */
function keysOf({ input, outsideId }: ToldRow): string[] {
  const sounds = new Set(namesOf(input).flatMap((name) => nameKeys(name).slice(0, keysOfName)))
  const facts = [input.birth?.from?.slice(0, 4), placeOf(input)].filter((fact) => fact !== undefined)
  const keys = [...sounds].flatMap((sound) => facts.map((fact) => `${sound} ${fact}`))
  return outsideId === undefined ? keys : [`id ${outsideId}`, ...keys]
}

function areAlike(a: Kept, b: Kept): boolean {
  if (sameBirth(a.birth, b.birth) === false) return false
  const others = b.names.map(prepareName)
  return a.names
    .map(prepareName)
    .some((name) => others.some((other) => preparedSimilarity(name, other) >= sameNameFrom))
}

/** Remembers the rows of one list as they pass, to notice the second that seems to be about one person. */
export class TwinRows {
  private readonly first = new Map<number, number>()
  private readonly kept = new Map<number, Kept>()

  /** The number of an earlier row with the same id of the list, or with a name that sounds alike and the same birth or origin. */
  notice(row: ToldRow): number | null {
    const { number, input, outsideId } = row
    const one = { names: namesOf(input), birth: input.birth }
    let twin: number | null = null
    for (const [place, key] of keysOf(row).entries()) {
      const hash = hashOf(key)
      const earlier = this.first.get(hash)
      if (earlier === undefined) this.first.set(hash, number)
      else if (earlier < number) {
        const other = this.kept.get(earlier)
        const isById = outsideId !== undefined && place === 0
        if (other && (isById || areAlike(one, other))) twin ??= earlier
      }
    }
    this.kept.set(number, one)
    return twin
  }
}
