import type { FieldSpec } from './field-spec'

export type ControlProps = {
  id: string
  spec: FieldSpec
  value: string
  describedBy?: string
  invalid: boolean
  choose: string
}

const inputTypes: Partial<Record<FieldSpec['kind'], string>> = { email: 'email', password: 'password' }

/** The control alone. A choice is keyed by its value: React resets a form after its action, but leaves selects behind. */
export function Control({ id, spec, value, describedBy, invalid, choose }: ControlProps) {
  const shared = {
    id,
    name: spec.name,
    defaultValue: value,
    required: spec.required,
    lang: spec.lang,
    autoComplete: spec.autocomplete ?? 'off',
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
  }
  if (spec.kind === 'prose') return <textarea {...shared} rows={4} />
  if (spec.kind !== 'choice') return <input {...shared} type={inputTypes[spec.kind] ?? 'text'} />
  const options = spec.options ?? []
  const asks = !options.some((one) => one.value === '')
  return (
    <select {...shared} key={value}>
      {asks && <option value="">{choose}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
