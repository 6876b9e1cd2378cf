import type { Ref } from 'react'

export type ToldProps = { lead: string; value: string; ref?: Ref<HTMLDivElement> }

/** Something secret, told once: load the page again and it is gone. One click selects all of it. */
export function Told({ lead, value, ref }: ToldProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript nothing else brings the reader to what is told once
    <div className="notice success" tabIndex={-1} autoFocus ref={ref}>
      <p>{lead}</p>
      <output className="told">{value}</output>
    </div>
  )
}
