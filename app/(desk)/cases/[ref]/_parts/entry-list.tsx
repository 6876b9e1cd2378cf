'use client'

import { Entry, Timeline } from '@/app/ui/entry'
import { Grade, SituationMark } from '@/app/ui/mark'

/** An entry of the life-cycle as its texts; `denied` stands before a situation that a source says is not so. */
export type EntryLine = {
  id: string
  when: string
  span: 'day' | 'wider'
  corrected: boolean
  denied: string
  situation: string
  grade: string
  meaning: string
  text: string
  by: string
}

/** Drawn in the browser too, so that a long history travels beside its HTML as texts and not once more as elements. */
export function EntryList({ entries }: { entries: EntryLine[] }) {
  return (
    <Timeline>
      {entries.map(({ id, denied, situation, grade, meaning, ...entry }) => (
        <Entry
          key={id}
          {...entry}
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
