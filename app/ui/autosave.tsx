'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Locale } from '@/lib/words/locales'
import type { Match } from './answer'
import { type Saving, keepSaving } from './keep-saving'
import { MatchList } from './matches'

export type AutosaveProps = Pick<Saving, 'door' | 'version' | 'at'> & {
  /** The id of the form that is kept. */
  form: string
  words: Record<Parameters<Saving['tell']>[0] | 'likely', string>
  locale: Locale
  zone: string
}

/** Says beside a form whether what was typed is safe. Without a script the form's own button saves it. */
export function Autosave({ form, door, version, at, words, locale, zone }: AutosaveProps) {
  const [said, say] = useState({ text: '', isTrouble: false })
  const [likely, show] = useState<{ matches: Match[]; place: Element | null }>()
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const tell: Saving['tell'] = (what, since) => {
      const time = since.toLocaleTimeString(locale, {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      })
      say({ text: words[what].replace('{time}', time), isTrouble: what !== 'saved' })
    }
    const place = document.getElementById(`${form}-likely`)
    return keepSaving(element, { door, version, at, tell, show: (matches) => show({ matches, place }) })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a page keeps one draft from its first stroke on, whatever is drawn again
  }, [])
  return (
    <>
      <p className={said.isTrouble ? 'autosave trouble' : 'autosave'} role="status">
        {said.text}
      </p>
      {likely?.place &&
        likely.matches.length > 0 &&
        createPortal(
          <>
            <p role="status">{words.likely}</p>
            <MatchList matches={likely.matches} />
          </>,
          likely.place,
        )}
    </>
  )
}
