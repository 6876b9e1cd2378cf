import { benchPassword } from '../generator/make-staff'
import { Client } from './client'
import { hiddenFields, multipart, post } from './plain-form'

/** Signs in by the form, as a browser without JavaScript; the cookie stays with the client. */
export async function signIn(origin: string, email: string, connections: number): Promise<Client> {
  const client = new Client(origin, connections)
  const hidden = hiddenFields(await client.page('/sign-in'), 'sign-in')
  const fields = [...hidden, ['email', email], ['password', benchPassword]] as const
  const { status } = await post(client, '/sign-in', multipart(fields))
  if (status !== 303) throw new Error(`${email} could not sign in: ${status}`)
  return client
}
