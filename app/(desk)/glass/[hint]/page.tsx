import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { type Translate, words } from '@/app/words'
import type { FieldSpec } from '@/app/ui/field-spec'
import { readGlass } from '@/db/together/break-glass'
import { GlassQuery } from '@/lib/together/forms'
import { breakGlassAction } from './actions'

type Props = { params: Promise<{ hint: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('together.breakGlass') }
}

const glassFields = (t: Translate): FieldSpec[] => [
  {
    name: 'reason',
    kind: 'prose',
    label: t('together.glassReason'),
    hint: t('together.glassReasonHint'),
    required: true,
    wide: true,
  },
  { name: 'current', kind: 'password', label: t('account.current'), required: true, autocomplete: 'current-password' },
]

export default async function GlassPage({ params }: Props) {
  const answer = await show(GlassQuery, readGlass, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value } = answer
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Desk standing={standing} current="cases">
      <Sheet title={t('together.breakGlass')} lead={t('together.glassLead')}>
        <Notice kind="warning">{t('together.glassTold', { left: value.left })}</Notice>
        <PostForm
          action={breakGlassAction}
          id="glass"
          form={standing.form('glass.break')}
          hidden={{ hint: value.hint }}
          fields={glassFields(t)}
          submit={t('together.glassSubmit')}
          locale={locale}
          errors={{ 'too-many': t('together.glassTooMany'), 'not-found': t('together.glassGone') }}
        />
      </Sheet>
    </Desk>
  )
}
