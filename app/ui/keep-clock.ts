export type Left = 'long' | 'short' | 'over'

const warnMs = 60_000
const touchMs = 60_000

/** One clock for all tabs of a browser: whichever of them was used last tells the others until when the session lives. */
export function keepClock(seconds: number, tell: (left: Left) => void) {
  const tabs = new BroadcastChannel('vigil-session')
  let [until, touched] = [Date.now() + seconds * 1000, Date.now()]
  const look = () => {
    const left = until - Date.now()
    tell(left > warnMs ? 'long' : left > 0 ? 'short' : 'over')
  }
  const move = (to: number) => {
    until = to
    look()
  }
  const stay = async () => {
    touched = Date.now()
    const left = await fetch('/api/session').then(
      (response) => response.json().then(({ seconds: known }: { seconds: number | null }) => known ?? 0),
      () => null,
    )
    if (left === null) return
    move(Date.now() + left * 1000)
    if (left > 0) tabs.postMessage(until)
  }
  const typed = () => {
    if (Date.now() - touched >= touchMs) void stay()
  }
  const sent = () => {
    move(Date.now() + seconds * 1000)
    tabs.postMessage(until)
  }
  tabs.onmessage = ({ data }) => {
    if (typeof data === 'number') move(data)
  }
  sent()
  const timer = setInterval(look, 1000)
  document.addEventListener('input', typed)
  document.addEventListener('submit', sent)
  return {
    stay,
    end: () => {
      clearInterval(timer)
      document.removeEventListener('input', typed)
      document.removeEventListener('submit', sent)
      tabs.close()
    },
  }
}
