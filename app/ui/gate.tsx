import type { ReactNode } from 'react'
import type { Look } from '@/app/look'
import { words } from '@/app/words'
import { DemoBanner } from './demo-banner'
import { type Switch, Switches } from './switches'

export type GateProps = {
  look: Look
  title: string
  lead?: string
  demo?: boolean
  setLook: Switch
  /** Stands beside the form: the sign-ins of a demonstration. */
  aside?: ReactNode
  children: ReactNode
}

/** The pages before the door: sign-in, and the one-time link. */
export function Gate({ look, title, lead, demo, setLook, aside, children }: GateProps) {
  const t = words(look.locale)
  return (
    <div className="gate">
      {demo && <DemoBanner text={t('frame.demo')} />}
      <header>
        <span className="brand">{t('frame.product')}</span>
      </header>
      <main id="content">
        <section className="card">
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
        </section>
        {aside}
      </main>
      <footer>
        <Switches look={look} setLook={setLook} />
      </footer>
    </div>
  )
}
