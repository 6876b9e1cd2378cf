import { instantOf, wallTime } from './wall-time'

/** The instant at which the clocks of a zone (an IANA name) show that full hour of a day (YYYY-MM-DD); see `instantOf`. */
export const instantAt = ({ day, hour, zone }: { day: string; hour: number; zone: string }): Date =>
  instantOf({ day, time: `${String(hour).padStart(2, '0')}:00` }, zone)

/** The hour (0 to 23) that the clocks of a zone show at an instant. */
export const hourIn = (instant: Date, zone: string): number => Number(wallTime(instant, zone).time.slice(0, 2))
