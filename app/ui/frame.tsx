import type { ReactNode } from 'react'
import type { Look } from '@/app/look'
import { words } from '@/app/words'
import { DemoBanner } from './demo-banner'
import type { Post } from './answer'
import { SearchBox } from './search-box'
import { SessionClock, type SessionClockProps } from './session-clock'
import { type Switch, Switches } from './switches'

export const rooms = {
  today: '/',
  board: '/',
  log: '/',
  health: '/',
  cases: '/cases',
  tasks: '/tasks',
  matches: '/matches',
  audit: '/audit',
  admin: '/admin',
  account: '/account',
  newCase: '/cases/new',
} as const
export type Room = keyof typeof rooms

export type FrameProps = {
  look: Look
  /** In the order they are shown; the first is this role's home. */
  places: Exclude<Room, 'newCase'>[]
  current?: Room
  mayOpen?: boolean
  person: { name: string; role: string; team?: string }
  demo?: boolean
  /** For how long the session lives from now. */
  seconds: SessionClockProps['seconds']
  setLook: Switch
  signOut: Switch
  /** The box in which everything is searched, and the one-time id of its form; none for who reads no files. */
  search?: { action: Post; form: string }
  children: ReactNode
}

/** What stands around every page of someone signed in: a column beside it, or a bar below it on a phone. */
export function Frame({
  look,
  places,
  current,
  mayOpen,
  person,
  demo,
  seconds,
  setLook,
  signOut,
  search,
  children,
}: FrameProps) {
  const t = words(look.locale)
  const here = (room: Room) => (room === current ? 'page' : undefined)
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      {demo && <DemoBanner text={t('frame.demo')} />}
      <header className="rooms">
        <a className="brand" href="/">
          {t('frame.product')}
        </a>
        {search && <SearchBox {...search} locale={look.locale} />}
        <nav aria-label={t('frame.navigation')}>
          <ul>
            {places.map((room) => (
              <li key={room}>
                <a href={rooms[room]} aria-current={here(room)}>
                  {t(`frame.${room}`)}
                </a>
              </li>
            ))}
            {mayOpen && (
              <li>
                <a className="button primary" href={rooms.newCase} aria-current={here('newCase')}>
                  {t('frame.newCase')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SessionClock
        seconds={seconds}
        words={{
          ending: t('session.ending'),
          stay: t('session.stay'),
          over: t('session.over'),
          signIn: t('session.signIn'),
        }}
      />
      <footer className="who">
        <p>
          <strong>{person.name}</strong>
          <span>
            {person.role} · {person.team ?? t('frame.noTeam')}
          </span>
        </p>
        <Switches look={look} setLook={setLook} />
        <form action={signOut}>
          <button type="submit">{t('frame.signOut')}</button>
        </form>
      </footer>
    </div>
  )
}
