import { serving } from '@/app/serving'
import { words } from '@/app/words'
import { feedDays } from '@/db/calendar/feed-days'
import { calendarText } from '@/lib/calendar/calendar-text'

type Context = { params: Promise<{ token: string }> }

/** How many tasks are due on a day, for a calendar that holds the address; an address that is none has no words. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const feed = await feedDays(await serving(), { token: (await params).token, now })
  if (!feed) return new Response(null, { status: 404 })
  const t = words(feed.locale)
  const days = feed.days.map(({ day, due }) => ({ day, summary: t('calendar.due', { count: due }) }))
  const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(calendarText({ key: feed.key, made: now, days }), { headers })
}
