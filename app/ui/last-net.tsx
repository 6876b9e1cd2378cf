'use client'

import nets from '@/lib/words/nets.json'
import { locales } from '@/lib/words/locales'

/** Both languages, because nothing that knows the reader's can be trusted any more. */
export function LastNet({ retry }: { retry: () => void }) {
  return (
    <main className="net">
      {locales.map((locale) => (
        <section className="card absent" key={locale} lang={locale} role="alert">
          <h1>{nets[locale].title}</h1>
          <p>{nets[locale].body}</p>
          <button type="button" className="button plain" onClick={retry}>
            {nets[locale].retry}
          </button>
        </section>
      ))}
    </main>
  )
}
