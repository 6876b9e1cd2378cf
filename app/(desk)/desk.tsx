import type { ReactNode } from 'react'
import type { Shown, Standing } from '@/app/door'
import { serverEnv } from '@/app/serving'
import { setLookAction } from '@/app/session/look/actions'
import { signOutAction } from '@/app/session/sign-out/actions'
import { Absent } from '@/app/ui/absent'
import { Failed } from '@/app/ui/failed'
import { submitSearchAction } from './search/actions'
import { Unsent } from './unsent'
import { Frame, type Room } from '@/app/ui/frame'
import { label } from '@/app/words'
import { secondsLeft } from '@/lib/accounts/seconds-left'
import { mayEver } from '@/lib/access/can'
import type { Role } from '@/lib/access/grants'

type Place = Exclude<Room, 'newCase'>

const places: Record<Role, Place[]> = {
  caseworker: ['today', 'cases', 'matches', 'tasks', 'audit', 'account'],
  coordinator: ['board', 'cases', 'matches', 'tasks', 'audit', 'account'],
  auditor: ['log', 'audit', 'account'],
  admin: ['health', 'admin', 'account'],
}

/** What a role's own home is called. */
export const homeOf = (role: Role): Place => places[role][0] ?? 'account'

type DeskProps = { standing: Standing; current?: Room; children: ReactNode }

/** The frame of everyone who is signed in, filled from what the page already read. */
export function Desk({ standing: { actor, look, now, form }, current, children }: DeskProps) {
  return (
    <Frame
      look={look}
      places={places[actor.role]}
      current={current}
      mayOpen={mayEver(actor.role, 'case:open')}
      person={{
        name: actor.name,
        role: label(look.locale, 'roles', actor.role),
        ...(actor.teamName !== null && { team: actor.teamName }),
      }}
      seconds={secondsLeft(now, actor.sessionUntil)}
      demo={serverEnv().world === 'demo'}
      setLook={setLookAction}
      signOut={signOutAction}
      search={
        mayEver(actor.role, 'case:read') ? { action: submitSearchAction, form: form('search.submit') } : undefined
      }
    >
      {children}
    </Frame>
  )
}

/** What stands in place of a page that may not be shown, or could not be. */
export function Instead({ answer }: { answer: Extract<Shown<unknown>, { ok: false }> }) {
  if ('typed' in answer) return <Unsent typed={answer.typed} />
  const { standing, code, id } = answer
  const { locale } = standing.look
  return (
    <Desk standing={standing}>
      {code === 'failed' ? <Failed locale={locale} id={id} /> : <Absent locale={locale} />}
    </Desk>
  )
}
