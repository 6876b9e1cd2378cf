import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentLook } from './look'
import '@fontsource-variable/noto-sans-kr/index.css'
import '@fontsource-variable/noto-sans-sc/index.css'
import './ui/tokens.css'
import './ui/frame.css'
import './ui/page.css'
import './ui/button.css'
import './ui/form.css'
import './ui/fold.css'
import './ui/table.css'
import './ui/list.css'
import './ui/case.css'
import './ui/timeline.css'
import './ui/chronicle.css'
import './ui/tree.css'
import './ui/print.css'

export const metadata: Metadata = {
  title: { default: 'Vigil', template: '%s · Vigil' },
  robots: { index: false, follow: false, nocache: true },
  formatDetection: { telephone: false, email: false, address: false, date: false },
  other: { google: 'notranslate' },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Spelling and translation stay off: browsers send what they check and translate to others. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await currentLook()
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme} translate="no">
      <body spellCheck={false}>{children}</body>
    </html>
  )
}
