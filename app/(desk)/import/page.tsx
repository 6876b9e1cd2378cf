import type { Metadata } from 'next'
import { z } from 'zod'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { listImports } from '@/db/imports/read-import'
import { listFailures } from '@/lib/imports/import-states'
import { KeptColumns } from './_parts/kept-columns'
import { SentLists } from './_parts/sent-lists'
import { UploadForm, uploadProblems } from './_parts/upload-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const Asked = z.object({
  problem: z
    .enum([...uploadProblems, ...listFailures])
    .optional()
    .catch('failed'),
})

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('imports.title') }
}

export default async function ImportsPage({ searchParams }: Props) {
  const answer = await show(z.unknown(), listImports, null)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { locale } = standing.look
  const t = words(locale)
  const { problem } = Asked.parse(await searchParams)
  return (
    <Desk standing={standing} current="cases">
      <Sheet title={t('imports.title')} lead={t('imports.lead')}>
        <UploadForm locale={locale} role={standing.actor.role} form={standing.form('import.begin')} problem={problem} />
        <SentLists look={standing.look} sent={value.sent} />
        <KeptColumns standing={standing} kept={value.kept} />
      </Sheet>
    </Desk>
  )
}
