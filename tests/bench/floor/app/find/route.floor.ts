import { randomUUID } from 'node:crypto'
import { database } from '../database'

/** Keeps what is looked for, and leads to the page that says what is found. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const said = (name: string) => String(form.get(name) ?? '')
  const id = randomUUID()
  await database()`insert into search ${database()({ id, index: said('index'), text: said('text') })}`
  return new Response(null, { status: 303, headers: { location: `/found/${id}` } })
}
