import { sql } from 'drizzle-orm'
import { serving } from '@/app/serving'

/** Whether the application and its database live, and nothing else. */
export async function GET(): Promise<Response> {
  const alive = await serving()
    .then(({ db }) => db.execute(sql`select 1`))
    .then(
      () => true,
      () => false,
    )
  return Response.json({ ok: alive }, { status: alive ? 200 : 503 })
}
