import type { ReactNode } from 'react'
import type { Standing } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { SectionNav } from '@/app/ui/section-nav'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import type { FileHead } from '@/db/cases/file-head'

/** The pages of a file, in the order of their tabs; the first is `/cases/[ref]` itself. */
const tabs = ['overview', 'intake', 'timeline', 'situation', 'family', 'interventions', 'tasks', 'together'] as const
type Tab = (typeof tabs)[number]

const pathOf = (ref: string, tab: string) => (tab === 'overview' ? `/cases/${ref}` : `/cases/${ref}/${tab}`)

type FileSheetProps = {
  head: Pick<FileHead, 'ref' | 'subject' | 'owner' | 'confidentiality' | 'workflow' | 'present' | 'can'>
  standing: Standing
  current: Tab
  children: ReactNode
}

/** What every page of one file has in common: whose it is, what it is called, and the way to its other pages. */
export function FileSheet({ head, standing, current, children }: FileSheetProps) {
  const { locale } = standing.look
  const t = words(locale)
  const above = [
    head.ref,
    `${t('caseFile.confidentiality')}: ${label(locale, 'confidentialities', head.confidentiality)}`,
    head.owner && t('caseFile.ownedBy', { name: head.owner }),
    label(locale, 'workflows', head.workflow),
  ]
  return (
    <Sheet title={head.subject ?? head.ref} above={above.filter(Boolean).join(' · ')} printed={head.ref}>
      {head.present.length > 0 && (
        <p className="hint">{t('together.presentNow', { names: head.present.join(', ') })}</p>
      )}
      <SectionNav
        label={t('caseFile.pages')}
        sections={tabs.map((tab) => ({ href: pathOf(head.ref, tab), label: t(`caseFile.tabs.${tab}`) }))}
        current={pathOf(head.ref, current)}
      />
      {head.can.glass && <Notice kind="warning">{t('together.glassNotice')}</Notice>}
      {!head.can.edit && !head.can.glass && (
        <Notice kind="info">{t(head.workflow === 'closed' ? 'decisions.closedFile' : 'caseFile.readOnly')}</Notice>
      )}
      {children}
    </Sheet>
  )
}
