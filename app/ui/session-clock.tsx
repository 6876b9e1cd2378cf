'use client'

import { useEffect, useRef, useState } from 'react'
import { type Left, keepClock } from './keep-clock'

export type SessionClockProps = {
  seconds: number
  words: { ending: string; stay: string; over: string; signIn: string }
}

/** Says a minute before it that the session ends, and lets one stay; without a script the next page says it. */
export function SessionClock({ seconds, words }: SessionClockProps) {
  const [left, tell] = useState<Left>('long')
  const clock = useRef<ReturnType<typeof keepClock>>(null)
  useEffect(() => {
    const kept = keepClock(seconds, tell)
    clock.current = kept
    return kept.end
  }, [seconds])
  return (
    <div className="session-clock" role="status">
      {left === 'short' && (
        <p>
          {words.ending}{' '}
          <button type="button" className="button" onClick={() => void clock.current?.stay()}>
            {words.stay}
          </button>
        </p>
      )}
      {left === 'over' && (
        <p>
          {words.over}{' '}
          <a href="/sign-in" target="_blank">
            {words.signIn}
          </a>
        </p>
      )}
    </div>
  )
}
