import { silenceLimitDays } from './silence'
import { situations } from './situations'

/** The limits of silence as SQL: body of `silence_days(situation)`. */
export function silenceDaysSql(): string {
  const rows = situations.flatMap((situation) => {
    const days = silenceLimitDays(situation)
    return days === null ? [] : [`    when '${situation}' then ${days}`]
  })
  return ['select case $1', ...rows, '  end'].join('\n')
}
