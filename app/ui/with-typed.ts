import type { FieldGroup, FieldSpec } from './field-spec'

/** The fields with what was typed into them before. */
export function withTyped<Part extends FieldGroup | FieldSpec>(parts: Part[], typed: Record<string, string>): Part[] {
  return parts.map((part) =>
    'fields' in part
      ? { ...part, fields: withTyped(part.fields, typed) }
      : { ...part, value: typed[part.name] ?? part.value },
  )
}
