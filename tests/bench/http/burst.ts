export type Burst = { p50: number; p95: number; perSecond: number; count: number }

/** How many connections ask, and where they stop: at a count or after a time, whichever comes first. */
export type Bounds = { connections: number; requests: number; seconds: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN

/** Asks in a closed loop, each connection its next request when it has its answer. */
export async function burst(ask: (place: number) => Promise<unknown>, bounds: Bounds): Promise<Burst> {
  const times: number[] = []
  const begun = performance.now()
  const latest = begun + bounds.seconds * 1000
  let next = 0
  const connection = async () => {
    while (next < bounds.requests && performance.now() < latest) {
      const place = next++
      const from = performance.now()
      await ask(place)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: bounds.connections }, connection))
  const seconds = (performance.now() - begun) / 1000
  const sorted = times.sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), perSecond: times.length / seconds, count: times.length }
}

export const median = (values: readonly number[]): number =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/** Three short bursts of each in turn, so that what else the machine does falls on all alike; answers their medians. */
export async function inTurn<Name extends string>(
  bursts: Record<Name, () => Promise<Burst>>,
): Promise<(name: Name) => Burst> {
  const taken = new Map<string, Burst[]>()
  for (let round = 0; round < 3; round++) {
    for (const [name, run] of Object.entries<() => Promise<Burst>>(bursts)) {
      taken.set(name, [...(taken.get(name) ?? []), await run()])
    }
  }
  return (name) => {
    const middle = (of: keyof Burst) => median((taken.get(name) ?? []).map((one) => one[of]))
    return { p50: middle('p50'), p95: middle('p95'), perSecond: middle('perSecond'), count: middle('count') }
  }
}
