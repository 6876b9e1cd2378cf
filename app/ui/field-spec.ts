export type Option = { value: string; label: string; hint?: string }

/** A field as plain data, so that a server component can hand it to a form that runs in the browser. */
export type FieldSpec = {
  name: string
  kind: 'text' | 'prose' | 'choice' | 'radio' | 'check' | 'date' | 'email' | 'password'
  label: string
  hint?: string
  value?: string
  options?: Option[]
  required?: boolean
  autocomplete?: string
  lang?: string
  wide?: boolean
}

/** Fields that answer one question together; `likely`: beneath them stands who may be the same while a name is typed. */
export type FieldGroup = { legend: string; hint?: string; fields: FieldSpec[]; likely?: boolean }
