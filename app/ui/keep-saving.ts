import type { Match } from './answer'

export type Saving = {
  /** The one door id of this page's saves. */
  door: string
  version: number
  /** Where the page stands once its draft does. */
  at: string
  tell: (said: 'saved' | 'failed' | 'ended' | 'conflict' | 'gone', since: Date) => void
  /** Shows who may be the person of a name that was typed. */
  show: (matches: Match[]) => void
}

const afterTypingMs = 800
const againMs = 5_000

type Said = { version?: number; form?: string; matches?: Match[] }
type Answered = Said & { status: number }

const post = (body: FormData, isLast: boolean): Promise<Answered> =>
  fetch('/api/drafts', { method: 'POST', body, keepalive: isLast }).then(
    (response) =>
      response.json().then(
        (said: Said) => ({ ...said, status: response.status }),
        () => ({ status: response.status }),
      ),
    () => ({ status: 0 }),
  )

/** Saves a form on the server while it is typed into, once at a time; what could not be saved stays in the page and is sent again. */
export function keepSaving(form: HTMLFormElement, { door, version: first, at, tell, show }: Saving): () => void {
  let [id, version, since] = [door, first, new Date()]
  let [isNew, isSending, isStopped, isFailing] = [false, false, false, false]
  let timer: ReturnType<typeof setTimeout> | undefined

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }
  const heard = ({ status, version: saved, form: fresh, matches }: Answered) => {
    if (matches) show(matches)
    if (saved !== undefined) {
      // A new address would make the router drop the answer to a form that is being sent.
      if (version === 0 && !form.querySelector('[aria-busy=true]')) history.replaceState(null, '', at)
      ;[version, since, isFailing] = [saved, new Date(), false]
      tell('saved', since)
      return
    }
    ;[isNew, isFailing] = [true, true]
    isStopped = status === 409 || status === 404
    // Signed in again in another tab: a draft that stands is its author's alone, one that does not is not begun for another.
    if (fresh !== undefined && version > 0) id = fresh
    tell(status === 409 ? 'conflict' : status === 404 ? 'gone' : status === 401 ? 'ended' : 'failed', since)
  }
  const waits = () => isNew && !isStopped
  const save = async (isLast = false) => {
    if (!waits() || isSending) return
    const body = new FormData(form)
    body.set('form', id)
    body.set('version', String(version))
    ;[isNew, isSending] = [false, true]
    heard(await post(body, isLast))
    isSending = false
    if (waits()) later(againMs)
  }
  const typed = () => {
    isNew = true
    later(afterTypingMs)
  }
  const now = () => void save()
  const leaving = () => void save(true)
  const sent = () => later(againMs)
  const heldBack = (event: Event) => {
    if (isFailing) event.preventDefault()
  }
  const ears = [
    [form, 'input', typed],
    [form, 'focusout', now],
    [form, 'submit', sent],
    [window, 'online', now],
    [window, 'pagehide', leaving],
    [window, 'beforeunload', heldBack],
  ] as const
  for (const [target, name, ear] of ears) target.addEventListener(name, ear)
  return () => {
    clearTimeout(timer)
    for (const [target, name, ear] of ears) target.removeEventListener(name, ear)
  }
}
