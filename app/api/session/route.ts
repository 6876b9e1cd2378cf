import { stay } from '@/app/session'
import { statuses } from '@/lib/refusal'

/** Asked while somebody types, and by the button that keeps one signed in. */
export async function GET(): Promise<Response> {
  const seconds = await stay()
  return Response.json({ seconds }, { status: seconds === null ? statuses['signed-out'] : 200 })
}
