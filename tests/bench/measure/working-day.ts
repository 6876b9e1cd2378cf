import { setTimeout as pause } from 'node:timers/promises'
import { Seeded } from '@/lib/seeded'
import { burst } from '../http/burst'
import { workerEmails } from '../generator/make-staff'
import type { Client } from '../http/client'
import { signIn } from '../http/sign-in'
import { type Row, atMost } from '../report'

const caseworkers = 32
const pauseMs = 2_000

export type Day = {
  origin: string
  minutes: number
  /** What the server holds in memory, in MB. */
  memory: () => number
}

type Worker = { client: Client; files: readonly string[] }
type Seen = { times: number[]; failed: number }

const draw = new Seeded(caseworkers, 1)

/** What a caseworker looks at next: home, the list, a file of their own or its timeline. */
function nextPage({ files }: Worker): string {
  const file = `/cases/${draw.pick(files)}`
  return draw.pick(['/', '/cases', file, `${file}/timeline`])
}

async function begin(origin: string, email: string): Promise<Worker> {
  const client = await signIn(origin, email, 1)
  const listed = await client.page('/cases?mine=yes')
  return { client, files: [...new Set(listed.match(/V-[0-9A-Z]{3}-[0-9A-Z]{2,3}/g))] }
}

/** One person at work: a page, a moment to read it, the next. */
async function work(worker: Worker, { until, seen }: { until: number; seen: Seen }): Promise<void> {
  while (performance.now() < until) {
    await pause(draw.whole(2 * pauseMs))
    const from = performance.now()
    const { status } = await worker.client.ask(nextPage(worker))
    seen.times.push(performance.now() - from)
    if (status !== 200) seen.failed += 1
  }
}

const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(0.95 * (times.length - 1))] ?? NaN

/** Thirty-two caseworkers read, each with a pause of two seconds on average between pages, for some minutes. */
export async function measureDay(day: Day): Promise<Row[]> {
  const workers: Worker[] = []
  for (const email of workerEmails.slice(0, caseworkers)) workers.push(await begin(day.origin, email))
  const [first] = workers
  if (!first || workers.length < caseworkers) throw new Error('too few caseworkers')
  const alone = () => first.client.page(nextPage(first))
  const lone = await burst(alone, { connections: 1, requests: 300, seconds: 20 })
  const seen: Seen = { times: [], failed: 0 }
  const memory: number[] = []
  const length = day.minutes * 60_000
  const until = performance.now() + length
  const watching = setInterval(() => memory.push(day.memory()), length / 50)
  await Promise.all(workers.map((worker) => work(worker, { until, seen })))
  clearInterval(watching)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [early, late] = [mean(memory.slice(10, 20)), mean(memory.slice(-10))]
  const name = `${caseworkers} caseworkers at once, ${day.minutes} minutes`
  process.stdout.write(`${name}: ${seen.times.length} pages, memory ${early.toFixed(0)} then ${late.toFixed(0)} MB\n`)
  return [
    atMost(`${name}: pages that failed`, { ours: seen.failed, budget: 0, unit: '' }),
    atMost(`${name}: p95 beside one alone`, {
      ours: p95(seen.times),
      floor: lone.p95,
      budget: 5 * lone.p95,
      unit: 'ms',
    }),
    atMost(`${name}: memory, end beside beginning`, { ours: late / early, budget: 1.1, unit: '×' }),
  ]
}
