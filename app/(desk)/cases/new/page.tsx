import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Autosave } from '@/app/ui/autosave'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { readIntake } from '@/db/cases/read-intake'
import { IntakeQuery } from '@/lib/intake/drafts'
import { OtherDrafts } from '../../drafts/_parts/other-drafts'
import { savingWords } from '../../drafts/saving-words'
import { intakeFields } from './_parts/intake-fields'
import { withTyped } from '@/app/ui/with-typed'
import { openCaseAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('newCase.title') }
}

type Props = { searchParams: Promise<{ draft?: string | string[] }> }

export default async function NewCasePage({ searchParams }: Props) {
  const answer = await show(IntakeQuery, readIntake, await searchParams)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: intake } = answer
  const { locale, zone } = standing.look
  const t = words(locale)
  const door = standing.form('draft.save')
  const [page = ''] = door.split('.')
  const { id, version, fields } = intake.draft ?? { id: page, version: 0, fields: {} }
  return (
    <Desk standing={standing} current="newCase">
      <Sheet
        title={t('newCase.title')}
        lead={t('newCase.lead')}
        actions={<OtherDrafts drafts={intake} locale={locale} />}
      >
        <PostForm
          action={openCaseAction}
          id="intake"
          form={standing.form('case.open')}
          fields={withTyped(intakeFields(locale), fields)}
          hidden={{ draft: id, page, version: String(version) }}
          submit={t('newCase.submit')}
          later={t('intake.later')}
          free
          locale={locale}
          confirm={{ title: t('newCase.matchTitle'), lead: t('newCase.matchLead'), submit: t('newCase.confirm') }}
        />
        <Autosave
          form="intake"
          door={door}
          version={version}
          at={`/cases/new?draft=${id}`}
          words={savingWords(locale)}
          locale={locale}
          zone={zone}
        />
      </Sheet>
    </Desk>
  )
}
