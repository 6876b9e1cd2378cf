'use client'

import { Entry, Timeline } from '@/app/ui/entry'
import { Grade, SituationMark } from '@/app/ui/mark'

type Said = readonly [grade: string, meaning: string, text: string, by: string]

/** An entry of the life-cycle as its texts; `denied` stands before a situation that a source says is not so. */
export type EntryLine = readonly [
  id: string,
  when: string,
  span: 'day' | 'wider',
  corrected: boolean,
  denied: string,
  situation: string,
  ...said: Said,
]

/** Drawn in the browser too, so that a long history travels beside its HTML as texts and not once more as elements. */
export function EntryList({ entries }: { entries: EntryLine[] }) {
  return (
    <Timeline>
      {entries.map(([id, when, span, corrected, denied, situation, grade, meaning, text, by]) => (
        <Entry
          key={id}
          {...{ when, span, corrected, text, by }}
          title={
            <>
              {denied}
              <SituationMark word={situation} /> <Grade grade={grade} meaning={meaning} />
            </>
          }
        />
      ))}
    </Timeline>
  )
}
