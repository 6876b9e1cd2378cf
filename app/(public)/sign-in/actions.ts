'use server'

import { redirect } from 'next/navigation'
import { enterWith } from '@/app/session'
import type { Answer } from '@/app/ui/answer'

/** The same way in as next-auth's own route, as a plain form that needs no script. */
export async function signInAction(_previous: unknown, form: FormData): Promise<Answer> {
  const refused = await enterWith(form)
  if (refused) return refused
  redirect('/')
}
