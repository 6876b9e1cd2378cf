import { useEffect, useState } from 'react'

/** The browser's own question before a page is left whose form holds what was typed and not sent. */
export function useLeaveQuestion(free: boolean) {
  const [ask] = useState(() => (event: Event) => event.preventDefault())
  const drop = () => removeEventListener('beforeunload', ask)
  useEffect(() => () => removeEventListener('beforeunload', ask), [ask])
  return { keep: () => free || addEventListener('beforeunload', ask), drop }
}
