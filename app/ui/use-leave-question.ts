import { useEffect, useState } from 'react'
import { type Answer, viewOf } from './answer'

/** The browser's own question before a page is left whose form holds what was typed and not sent, or was sent back. */
export function useLeaveQuestion(answer: Answer | null, free = false) {
  const [ask] = useState(() => (event: Event) => event.preventDefault())
  useEffect(() => {
    if (!free && viewOf(answer).typed) addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [answer, ask, free])
  return {
    keep: () => free || addEventListener('beforeunload', ask),
    drop: () => removeEventListener('beforeunload', ask),
  }
}
