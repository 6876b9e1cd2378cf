import { typedIn } from '@/app/typed-in'
import type { Post } from './answer'

/**
 * A post to which no server answered is an answer too, so that the form stays as it was typed, under the same one-time
 * id. Every other throw, a redirect among them, goes on. On the server the action stays itself: a plain form needs it.
 */
export function postOrStay(action: Post): Post {
  if (typeof window === 'undefined') return action
  return async (previous, sent) => {
    const code = navigator.onLine ? 'unanswered' : 'unreachable'
    try {
      return await action(previous, sent)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      const typed = typedIn(sent)
      return { ok: false, code, typed, form: typed['form'] }
    }
  }
}
