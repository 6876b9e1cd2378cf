'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { setLook } from '@/db/accounts/set-look'
import { asPerson } from '@/db/ctx'
import { action } from '@/app/door'
import { currentLook, parseLook, serialiseLook } from '@/app/look'
import { serving } from '@/app/serving'
import { currentSession, keepLook, refuseForeignPost } from '@/app/session'
import type { Answer } from '@/app/ui/answer'
import { SetLook } from '@/lib/accounts/forms'
import { Refusal } from '@/lib/refusal'

/** The page the switch was pressed on; nothing that is not ours. */
async function pageBefore(): Promise<string> {
  const heads = await headers()
  const referer = heads.get('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === heads.get('host') ? pathname.replace(/^\/+/, '/') + search : '/'
}

/** Language and appearance, before sign-in too: the pressed button says which. */
export async function setLookAction(form: FormData): Promise<void> {
  await refuseForeignPost()
  const present = await currentLook()
  const wanted = {
    ...present,
    ...Object.fromEntries([...form].filter(([name]) => name === 'locale' || name === 'theme')),
  }
  const look = parseLook(serialiseLook(wanted), null)
  const chosen = { locale: look.locale, theme: look.theme, timeZone: look.zone }
  const session = await currentSession()
  if (session) {
    const house = await serving()
    await asPerson(house, { hash: session, now: new Date() }, (ctx) =>
      setLook(ctx, { ...chosen, timeZone: ctx.actor.timeZone }),
    ).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }
  await keepLook(chosen)
  redirect(await pageBefore())
}

const saveLook = action(SetLook, setLook)

/** The same from the account's own page, where the time zone is set too. */
export async function saveLookAction(previous: unknown, form: FormData): Promise<Answer | null> {
  const answer = await saveLook(previous, form)
  if (answer?.ok) await keepLook(SetLook.parse(answer.value))
  return answer
}
