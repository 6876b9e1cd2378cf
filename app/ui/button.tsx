import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'plain' | 'danger'

export type ButtonProps = {
  children: ReactNode
  kind?: ButtonKind
  name?: string
  value?: string
  busy?: boolean
}

export function Button({ children, kind = 'primary', name, value, busy }: ButtonProps) {
  return (
    <button type="submit" className={`button ${kind}`} name={name} value={value} disabled={busy} aria-busy={busy}>
      {children}
    </button>
  )
}

/** A link that leads to the next deed; plain anchors, so that nothing is fetched before it is asked for. */
export function ButtonLink({
  href,
  children,
  kind = 'plain',
}: {
  href: string
  children: ReactNode
  kind?: ButtonKind
}) {
  return (
    <a className={`button ${kind}`} href={href}>
      {children}
    </a>
  )
}
