import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { Connection } from '@/lib/database-url'
import { type Row, atMost } from '../report'
import { startOurMatcher } from '../servers'

type Scan = { state: string; files: number; compared: number; pairs: number; skipped: number }

const patienceMs = 1_800_000

const peakMegabytes = (pid: number | undefined) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Until the search over all files has ended, as the matcher's own process makes it. */
async function ended(sql: postgres.Sql): Promise<Scan> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const [scan] = await sql<Scan[]>`select state, files, compared, pairs, skipped from match_scan where state = 'done'`
    if (scan) return scan
    await pause(100)
  }
  throw new Error('the search over all files does not end')
}

/** A search over all files that somebody asked for before any of them was looked at. */
export async function measureDuplicates({ owner, keysDir }: { owner: Connection; keysDir: string }): Promise<Row[]> {
  const sql = postgres({ ...owner, max: 1, onnotice: () => undefined })
  await sql`insert into match_scan (id, asked_by, asked_at) select gen_random_uuid(), id, now() from account where role = 'coordinator' limit 1`
  const from = performance.now()
  const matcher = startOurMatcher(owner, keysDir)
  try {
    const { files, compared, pairs, skipped } = await ended(sql)
    const seconds = (performance.now() - from) / 1000
    const memory = peakMegabytes(matcher.pid)
    process.stdout.write(`${files} files: ${compared} pairs compared, ${pairs} kept, ${skipped} tags left aside\n`)
    return [
      atMost('duplicates over all files', { ours: seconds, budget: 180, unit: 's' }),
      atMost('… memory of the matcher, peak', { ours: memory, budget: 300, unit: 'MB' }),
    ]
  } finally {
    await matcher.stop()
    await sql.end()
  }
}
