const minute = 60_000

/** How many minutes the clocks of a zone are ahead of UTC at an instant. */
function aheadOf(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant)
  const [year, month, day, hour, minutes] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  )
  const shown = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minutes)
  return Math.round((shown - Math.floor(instant / minute) * minute) / minute)
}

/**
 * The instant at which the clocks of a zone (an IANA name) show that full hour of a day (YYYY-MM-DD). An hour that the
 * clocks skip is taken as the one after it; of an hour they show twice, one of the two.
 */
export function instantAt({ day, hour, zone }: { day: string; hour: number; zone: string }): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const first = wanted - aheadOf(wanted, zone) * minute
  return new Date(wanted - aheadOf(first, zone) * minute)
}

/** The hour (0 to 23) that the clocks of a zone show at an instant. */
export const hourIn = (instant: Date, zone: string): number =>
  new Date(instant.getTime() + aheadOf(instant.getTime(), zone) * minute).getUTCHours()
