import { randomUUID } from 'node:crypto'
import { database } from '../database'

/** Keeps what was typed as one row, in one transaction. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const typed = [...form].map(([name, value]) => `${name}=${String(value)}`).join('\n')
  await database().begin((sql) => [
    sql`insert into beside (id, file_id, about, at) values (${randomUUID()}, ${randomUUID()}, ${typed}, now())`,
  ])
  return new Response(null, { status: 204 })
}
