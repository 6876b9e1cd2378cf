import PgBoss from 'pg-boss'
import type { Connection } from '@/lib/database-url'
import { type Queue, jobSchema } from './queues'

export type Jobs = {
  /** As the clock's role. */
  connection: Connection
  work: Record<Queue, () => Promise<void>>
  /** Told what fails; the job tables keep its class and code alone. */
  failed: (error: unknown) => void
}

/** What the job tables may keep of an error: a message or a stack may hold what must not be written down. */
class JobFailed extends Error {
  override readonly name = 'JobFailed'

  constructor(private readonly inner: unknown) {
    super('a job failed')
  }

  toJSON() {
    const { inner } = this
    if (!(inner instanceof Error)) return { class: typeof inner }
    return { class: inner.name, ...('code' in inner && typeof inner.code === 'string' ? { code: inner.code } : {}) }
  }
}

const attempt = (jobs: Jobs, run: () => Promise<void>) => async (): Promise<void> => {
  await run().catch((error: unknown) => {
    jobs.failed(error)
    throw new JobFailed(error)
  })
}

/** Works the queues until it is stopped; whatever is under way then is finished first. */
export async function keepJobs(jobs: Jobs): Promise<{ stop: () => Promise<void> }> {
  const { host, port, database, username, password, ssl } = jobs.connection
  const boss = new PgBoss({
    host,
    port,
    database,
    user: username,
    password,
    ssl,
    max: 2,
    schema: jobSchema,
    application_name: 'vigil jobs',
    migrate: false,
    deleteAfterDays: 7,
  })
  boss.on('error', jobs.failed)
  await boss.start()
  for (const [name, run] of Object.entries(jobs.work)) {
    await boss.work(name, { pollingIntervalSeconds: 15 }, attempt(jobs, run))
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 3_000 }) }
}
