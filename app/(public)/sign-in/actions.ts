'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { refuseForeignPost } from '@/app/door'
import { addressOf, authorize, keepLook, keepSession } from '@/app/session'
import type { Answer } from '@/app/ui/answer'
import { Refusal } from '@/lib/refusal'

/** The same way in as next-auth's own route, as a plain form that needs no script. */
export async function signInAction(_previous: unknown, form: FormData): Promise<Answer> {
  const email = String(form.get('email') ?? '')
  try {
    await refuseForeignPost()
    const attempt = { email, password: String(form.get('password') ?? ''), address: addressOf(await headers()) }
    const signedIn = await authorize(attempt)
    await keepSession(signedIn.sessionId)
    await keepLook(signedIn)
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused
    const { code, fields } = refused
    return { ok: false, code, typed: { email: email.slice(0, 200) }, ...(fields && { fields }) }
  }
  redirect('/')
}
