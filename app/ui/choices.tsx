import type { ReactNode } from 'react'
import type { ControlProps } from './control'

type Props = ControlProps & { optional: ReactNode; children: ReactNode }

/** A group of radio buttons, or one box to tick; the notes stand between the question and its answers. */
export function Choices({ id, spec, value, describedBy, invalid, optional, children }: Props) {
  if (spec.kind === 'check')
    return (
      <>
        <label className="choice" htmlFor={id}>
          <input
            key={value}
            id={id}
            type="checkbox"
            name={spec.name}
            value="on"
            defaultChecked={value === 'on'}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          <span>{spec.label}</span>
        </label>
        {children}
      </>
    )
  return (
    <fieldset className="choices" aria-describedby={describedBy} aria-invalid={invalid || undefined}>
      <legend>
        {spec.label}
        {optional}
      </legend>
      {children}
      {spec.options?.map((one, place) => (
        <label className="choice" key={one.value + (one.value === value ? '!' : '')}>
          <input
            id={place === 0 ? id : undefined}
            type="radio"
            name={spec.name}
            value={one.value}
            required={spec.required}
            defaultChecked={one.value === value}
          />
          <span>
            {one.label}
            {one.hint && <small className="hint">{one.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
