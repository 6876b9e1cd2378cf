'use client'

import { Button, ButtonLink } from '@/app/ui/button'

/** The options of a choice as code and word. */
export type FilterChoice = { name: string; label: string; value: string; options: (readonly [string, string])[] }

/** Boxes of one name; those ticked are all sent. */
export type FilterBoxes = { name: string; label: string; options: (readonly [string, string])[]; ticked: string[] }

export type FilterFormProps = {
  label: string
  any: string
  apply: string
  clear: string
  choices: FilterChoice[]
  boxes?: FilterBoxes
  /** What the list is narrowed by besides. */
  kept: (readonly [string, string])[]
}

/** A plain GET form: what a list is narrowed by stands in its address, in codes. */
export function FilterForm({ label, any, apply, clear, choices, boxes, kept }: FilterFormProps) {
  return (
    <form className="filters" method="get" action="/cases" role="search" aria-label={label}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map((choice) => (
        <label key={choice.name}>
          {choice.label}
          <select name={choice.name} defaultValue={choice.value}>
            <option value="">{any}</option>
            {choice.options.map(([code, word]) => (
              <option key={code} value={code}>
                {word}
              </option>
            ))}
          </select>
        </label>
      ))}
      {boxes && (
        <fieldset className="boxes">
          <legend>{boxes.label}</legend>
          {boxes.options.map(([code, word]) => (
            <label className="choice" key={code}>
              <input type="checkbox" name={boxes.name} value={code} defaultChecked={boxes.ticked.includes(code)} />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Button kind="plain">{apply}</Button>
      <ButtonLink href="/cases">{clear}</ButtonLink>
    </form>
  )
}
