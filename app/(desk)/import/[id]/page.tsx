import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { instantText } from '@/app/ui/instant'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { readImport } from '@/db/imports/read-import'
import { ImportQuery } from '@/lib/imports/forms'
import { ColumnsForm } from './_parts/columns-form'
import { HowRead } from './_parts/how-read'
import { LeftRows } from './_parts/left-rows'
import { Outcome } from './_parts/outcome'
import { Running } from './_parts/running'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('imports.title') }
}

export default async function ImportPage({ params }: Props) {
  const answer = await show(ImportQuery, readImport, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { look } = standing
  const t = words(look.locale)
  const isRunning = value.state === 'checking' || value.state === 'importing'
  return (
    <Desk standing={standing} current="cases">
      <Sheet
        title={t('imports.named', { when: instantText(value.startedAt, look) })}
        lead={t(`imports.states.${value.state}`)}
        actions={<ButtonLink href="/import">{t('imports.mine')}</ButtonLink>}
      >
        {value.mapping && (
          <>
            <HowRead standing={standing} list={value} />
            <ColumnsForm standing={standing} list={value} mapping={value.mapping} />
          </>
        )}
        {isRunning && <Running standing={standing} list={value} />}
        {!isRunning && !value.mapping && <Outcome standing={standing} list={value} />}
        {value.left.length > 0 && !isRunning && <LeftRows locale={look.locale} list={value} />}
      </Sheet>
    </Desk>
  )
}
