'use server'

import { redirect } from 'next/navigation'
import { currentSession, dropSession, refuseForeignPost, signOutOf } from '@/app/session'

/** Ends the session in the database, then forgets the cookie. */
export async function signOutAction(): Promise<void> {
  await refuseForeignPost()
  await signOutOf(await currentSession())
  await dropSession()
  redirect('/sign-in?left')
}
