import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { Notice } from '@/app/ui/notice'
import { SectionNav } from '@/app/ui/section-nav'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { readCase } from '@/db/cases/read-case'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { Access } from './_parts/access'
import { Contacts } from './_parts/contacts'
import { Answers } from './_parts/header'
import { People } from './_parts/people'
import { Relationships } from './_parts/relationships'
import { Situations } from './_parts/situations'
import { Sources } from './_parts/sources'
import { personName } from './person-name'

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<{ form?: string | string[] }> }

const sections = ['situations', 'sources', 'contacts', 'people', 'relationships', 'access'] as const

/** The title carries the code alone, and only where it is one. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function CasePage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readCase, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { locale } = standing.look
  const t = words(locale)
  const [subject] = view.people
  const { form } = await searchParams
  const part = { view, standing, asked: typeof form === 'string' ? form : undefined }
  const above = [
    view.ref,
    label(locale, 'confidentialities', view.confidentiality),
    view.staff.get(view.ownerId),
    label(locale, 'workflows', view.workflow),
  ]
  return (
    <Desk standing={standing} current="cases">
      <Sheet
        title={subject ? personName(subject, locale) : view.ref}
        above={above.filter(Boolean).join(' · ')}
        printed={view.ref}
      >
        <Answers {...part} />
        {!view.can.edit && <Notice kind="info">{t('caseFile.readOnly')}</Notice>}
        <SectionNav
          label={t('caseFile.sections')}
          sections={sections.map((id) => ({ href: `#${id}`, label: t(`caseFile.${id}`) }))}
        />
        <div className="file">
          <div>
            <Situations {...part} />
            <Sources {...part} />
            <Contacts {...part} />
          </div>
          <div>
            <People {...part} />
            <Relationships {...part} />
            <Access {...part} />
          </div>
        </div>
      </Sheet>
    </Desk>
  )
}
