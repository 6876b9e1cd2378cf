import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { words } from '@/app/words'
import { readIntake } from '@/db/cases/read-intake'
import { Nothing } from '@/lib/nothing'
import { intakeFields } from './_parts/intake-fields'
import { openCaseAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('newCase.title') }
}

export default async function NewCasePage() {
  const answer = await show(Nothing, readIntake, {})
  if (!answer.ok) return <Instead answer={answer} />
  const { standing } = answer
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Desk standing={standing} current="newCase">
      <Sheet title={t('newCase.title')} lead={t('newCase.lead')}>
        <PostForm
          action={openCaseAction}
          id="intake"
          form={standing.form('case.open')}
          fields={intakeFields(locale)}
          submit={t('newCase.submit')}
          locale={locale}
          confirm={{ title: t('newCase.matchTitle'), lead: t('newCase.matchLead'), submit: t('newCase.confirm') }}
        />
      </Sheet>
    </Desk>
  )
}
