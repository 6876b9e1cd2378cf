import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Database } from '../client'
import { jobSchema, queues } from './queues'

/** What pg-boss calls its own queue, through which it sends what is scheduled. */
const sendingQueue = '__pgboss__send-it'

const everyone = 'public, vigil_app, vigil_sequencer, vigil_clock, vigil_notifier, vigil_matcher'

/**
 * The clock works jobs and takes away old ones; tables, queues and times of day are the owner's. At its start pg-boss
 * asks for its own queue, which stands already: it may ask, but no table of another queue can be made by it.
 */
const privileges = [
  `revoke all on schema ${jobSchema} from ${everyone}`,
  `revoke all on all tables in schema ${jobSchema} from ${everyone}`,
  `revoke all on all functions in schema ${jobSchema} from ${everyone}`,
  `grant usage on schema ${jobSchema} to vigil_clock`,
  `grant select, insert, update, delete on ${jobSchema}.job to vigil_clock`,
  `grant select, insert, delete on ${jobSchema}.archive to vigil_clock`,
  `grant select, update (maintained_on, cron_on, monitored_on) on ${jobSchema}.version to vigil_clock`,
  `grant select on ${jobSchema}.schedule to vigil_clock`,
  `grant select, insert on ${jobSchema}.queue to vigil_clock`,
  `grant execute on function ${jobSchema}.create_queue(text, json) to vigil_clock`,
]

async function standingVersion(db: Database): Promise<number | null> {
  const [table] = await db.execute(sql`select to_regclass(${`${jobSchema}.version`})::text as name`)
  if (!table?.['name']) return null
  const [row] = await db.execute(sql.raw(`select version from ${jobSchema}.version`))
  return Number(row?.['version'])
}

const versionIn = (construction: string) => Number(/\.version\(version\) VALUES \('(\d+)'\)/.exec(construction)?.[1])

async function raiseSchema(db: Database): Promise<void> {
  const construction = PgBoss.getConstructionPlans(jobSchema)
  const [standing, wanted] = [await standingVersion(db), versionIn(construction)]
  if (standing === null) await db.execute(sql.raw(construction))
  else if (standing < wanted) await db.execute(sql.raw(PgBoss.getMigrationPlans(jobSchema, String(standing))))
}

async function raiseQueues(db: Database): Promise<void> {
  const create = (name: string, options: string) =>
    db.execute(sql`select pgboss.create_queue(${name}, ${options}::json)`)
  await create(sendingQueue, '{"policy":"standard"}')
  for (const [name, cron] of Object.entries(queues)) {
    await create(name, '{"policy":"short","retryLimit":2,"expireInSeconds":300}')
    await db.execute(sql`
      insert into pgboss.schedule (name, cron, timezone) values (${name}, ${cron}, 'UTC')
      on conflict (name) do update set cron = excluded.cron, timezone = excluded.timezone`)
  }
}

/** Makes or raises the tables of the jobs, with their queues and times, as the owner; the worker itself never does. */
export async function raiseJobs(db: Database): Promise<void> {
  await raiseSchema(db)
  await raiseQueues(db)
  for (const text of privileges) await db.execute(sql.raw(text))
}
