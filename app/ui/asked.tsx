import type { ReactNode } from 'react'

export type AskedProps = {
  /** The page's own address, without the form that is asked for. */
  at: string
  /** The id of the form this page was asked for. */
  asked: string | undefined
  id: string
  title: string
  close: string
  draw: () => ReactNode
}

/** A form behind its link, drawn when it is asked for: a page is no longer than what it shows, with a script or without. */
export function Asked({ at, asked, id, title, close, draw }: AskedProps) {
  if (asked !== id)
    return (
      <a className="fold" href={`${at}${at.includes('?') ? '&' : '?'}form=${id}#${id}`}>
        {title}
      </a>
    )
  return (
    <div className="fold" role="group" aria-label={title}>
      <a className="open" href={at}>
        {title} <small>{close}</small>
      </a>
      {draw()}
    </div>
  )
}
