import words from '@/lib/words/en.json'
import labels from '@/lib/words/labels.en.json'

export { words }

const hour = 3_600_000

/** What a code is called. */
export function label(list: keyof typeof labels, code: string): string {
  const named: Record<string, string> = labels[list]
  return named[code] ?? code
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

export const days = (count: number): string => (count === 0 ? 'today' : counted(count, 'day'))

export const silentDays = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / (24 * hour)))

export function review(due: Date | null, now: Date): string {
  if (!due) return '—'
  const left = due.getTime() - now.getTime()
  const whole = Math.floor(Math.abs(left) / (24 * hour))
  const hours = counted(Math.ceil(Math.abs(left) / hour), 'hour')
  if (left < 0) return `${whole > 0 ? counted(whole, 'day') : hours} late`
  return `in ${whole > 0 ? counted(whole, 'day') : hours}`
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** A partial date in words. */
export function partial(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const said = [day && String(Number(day)), month && monthNames[Number(month) - 1], year].filter(Boolean).join(' ')
  return edtf.endsWith('~') ? `about ${said}` : said
}

const instants = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Seoul',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

export const instant = (at: Date): string => instants.format(at)
