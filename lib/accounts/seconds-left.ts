/** A session ends half an hour after the last deed; that deed is written at most once a minute, so a minute of it is not promised. */
const promisedSeconds = 29 * 60

/** Whole seconds for which a session lives that was used just now. */
export const secondsLeft = (now: Date, sessionUntil: Date): number =>
  Math.max(0, Math.min(promisedSeconds, Math.floor((sessionUntil.getTime() - now.getTime()) / 1000)))
