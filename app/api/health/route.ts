import { serving } from '@/app/serving'
import { isAlive } from '@/db/house/is-alive'

/** Whether the application and its database live, and nothing else. */
export async function GET(): Promise<Response> {
  const alive = await serving().then(isAlive, () => false)
  return Response.json({ ok: alive }, { status: alive ? 200 : 503 })
}
