/** What a clock on the wall of a place shows: a day (YYYY-MM-DD) and a time (HH:MM). */
export type WallTime = { day: string; time: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** What the clocks of a time zone (an IANA name) show at an instant. */
export function wallTime(instant: Date, zone: string): WallTime {
  const parts = formatOf(zone).formatToParts(instant)
  const found = Object.fromEntries(parts.map((part) => [part.type, part.value]))
  const day = `${(found.year ?? '').padStart(4, '0')}-${found.month}-${found.day}`
  return { day, time: `${found.hour}:${found.minute}` }
}

const asIfUtc = ({ day, time }: WallTime): number => Date.parse(`${day}T${time}:00Z`)

/**
 * The instant at which the clocks of a zone show this time, to the minute. A time that they skip in spring is read with
 * the offset that stood before, so it lies as far behind the gap as it stood in it; of a time that they show twice in
 * autumn it is the first.
 */
export function instantOf(shown: WallTime, zone: string): Date {
  const wanted = asIfUtc(shown)
  const offsetAt = (instant: number) => asIfUtc(wallTime(new Date(instant), zone)) - instant
  const day = 86_400_000
  const [before, after] = [offsetAt(wanted - day), offsetAt(wanted + day)]
  const first = wanted - before
  return new Date(offsetAt(first) === before ? first : offsetAt(wanted - after) === after ? wanted - after : first)
}
