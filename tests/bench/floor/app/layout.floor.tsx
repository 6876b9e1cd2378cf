import type { ReactNode } from 'react'
import '@fontsource-variable/noto-sans-kr/index.css'
import '@fontsource-variable/noto-sans-sc/index.css'
import '@/app/ui/tokens.css'
import '@/app/ui/frame.css'
import '@/app/ui/page.css'
import '@/app/ui/button.css'
import '@/app/ui/form.css'
import '@/app/ui/fold.css'
import '@/app/ui/table.css'
import '@/app/ui/list.css'
import '@/app/ui/case.css'
import '@/app/ui/timeline.css'
import '@/app/ui/chronicle.css'
import '@/app/ui/tree.css'
import '@/app/ui/print.css'

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
