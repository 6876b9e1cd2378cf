import type { Look } from '@/app/look'
import type { Locale } from '@/lib/words/locales'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: Locale, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ko-KR', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(key, made)
  return made
}

/** An instant in the reader's own zone, as words. */
export const instantText = (at: Date, look: Look): string => formatOf(look.locale, look.zone).format(at)

export const Instant = ({ at, look }: { at: Date; look: Look }) => (
  <time dateTime={at.toISOString()}>{instantText(at, look)}</time>
)
