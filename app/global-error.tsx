'use client'

import { LastNet } from './ui/last-net'
import './ui/tokens.css'
import './ui/frame.css'
import './ui/page.css'
import './ui/button.css'

export default function BrokenEverywhere({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <LastNet retry={retry} />
      </body>
    </html>
  )
}
