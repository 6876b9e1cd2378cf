import type { ReactNode } from 'react'
import { words } from './say'

type Reader = { name: string; role: string; team: string }

const readers: Record<string, Reader> = JSON.parse(process.env.FLOOR_READERS ?? '{}')

/** The texts around every page, one element each. */
export function Frame({ reader, children }: { reader: string; children: ReactNode }) {
  const { frame } = words
  const { name, role, team } = readers[reader] ?? { name: '', role: '', team: '' }
  return (
    <div className="frame">
      <a className="skip">{frame.skip}</a>
      <header className="rooms">
        <a className="brand">{frame.product}</a>
        <a>{reader === 'coordinator' ? frame.board : frame.today}</a>
        <a>{frame.cases}</a>
        <a>{frame.audit}</a>
        <a>{frame.account}</a>
        <a>{frame.newCase}</a>
      </header>
      <main>{children}</main>
      <footer className="who">
        <strong>{name}</strong>
        <span>{`${role} · ${team}`}</span>
        <button>English</button>
        <button>한국어</button>
        <button>{frame.system}</button>
        <button>{frame.light}</button>
        <button>{frame.dark}</button>
        <button>{frame.signOut}</button>
      </footer>
    </div>
  )
}
