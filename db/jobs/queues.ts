export const jobSchema = 'pgboss'

/** Every queue, and when the clock fills it (cron, UTC). A job's payload is empty: it does what is due. */
export const queues = { reminders: '2-59/10 * * * *', tasks: '5-59/10 * * * *', tidy: '*/10 * * * *' } as const
export type Queue = keyof typeof queues
