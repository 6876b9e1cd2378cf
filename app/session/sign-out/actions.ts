'use server'

import { redirect } from 'next/navigation'
import { signOut } from '@/db/accounts/end-session'
import { asPerson } from '@/db/ctx'
import { Refusal } from '@/lib/refusal'
import { serving } from '@/app/serving'
import { currentSession, dropSession, refuseForeignPost } from '@/app/session'

/** Ends the session in the database, then forgets the cookie. */
export async function signOutAction(): Promise<void> {
  await refuseForeignPost()
  const session = await currentSession()
  if (session) {
    const house = await serving()
    await asPerson(house, { hash: session, now: new Date() }, (ctx) => signOut(ctx, undefined)).catch(
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      },
    )
  }
  await dropSession()
  redirect('/sign-in?left')
}
