import type { FormWords } from './form-words'
import { Choices } from './choices'
import { Conflict } from './conflict'
import { Control } from './control'
import type { FieldSpec } from './field-spec'

export type FieldProps = {
  spec: FieldSpec
  /** Set apart the ids of the forms of one page. */
  prefix: string
  words: FormWords
  value?: string
  problem?: string
  theirs?: string
}

const shown = (spec: FieldSpec, value: string) => spec.options?.find((one) => one.value === value)?.label ?? value

/** Label, hint, problem and the other person's value, each tied to its control. */
export function Field({ spec, prefix, words, value = spec.value ?? '', problem, theirs }: FieldProps) {
  const id = `${prefix}-${spec.name}`
  const sentence = problem === undefined ? undefined : (words.errors[problem] ?? words.errors.invalid)
  const describedBy = [spec.hint && `${id}-hint`, sentence && `${id}-problem`].filter(Boolean).join(' ') || undefined
  const control = { id, spec, value, describedBy, invalid: sentence !== undefined, choose: words.choose }
  const notes = (spec.hint || sentence) && (
    <div className="notes">
      {spec.hint && (
        <p className="hint" id={`${id}-hint`}>
          {spec.hint}
        </p>
      )}
      {sentence && (
        <p className="problem" id={`${id}-problem`}>
          {sentence}
        </p>
      )}
    </div>
  )
  const grouped = spec.kind === 'radio' || spec.kind === 'check'
  const optional = spec.required === false && <span className="optional"> {words.optional}</span>
  return (
    <div className={['field', spec.wide && 'wide', grouped && 'grouped'].filter(Boolean).join(' ')}>
      {grouped ? (
        <Choices {...control} optional={optional}>
          {notes}
        </Choices>
      ) : (
        <>
          <label htmlFor={id}>
            {spec.label}
            {optional}
          </label>
          {notes}
          <Control {...control} />
        </>
      )}
      {theirs !== undefined && theirs !== value && (
        <Conflict
          theirsLabel={words.theirs}
          theirs={shown(spec, theirs) || words.empty}
          yoursLabel={words.yours}
          yours={shown(spec, value) || words.empty}
        />
      )}
    </div>
  )
}
