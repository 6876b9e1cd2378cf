import type { Metadata } from 'next'
import { FileSheet } from '@/app/(desk)/cases/[ref]/_parts/file-sheet'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { readInterventions } from '@/db/interventions/read-interventions'
import { CaseQuery } from '@/lib/cases/forms'
import { parseRef } from '@/lib/cases/ref'
import { Intervention } from './_parts/intervention'
import { appealFields } from './_parts/intervention-fields'
import { askedOf } from './_parts/part'
import { draftInterventionAction } from './actions'

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<{ form?: string | string[] }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function InterventionsPage({ params, searchParams }: Props) {
  const answer = await show(CaseQuery, readInterventions, await params)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const { form } = await searchParams
  const { locale } = standing.look
  const t = words(locale)
  const part = { view, standing, asked: typeof form === 'string' ? form : undefined }
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="interventions">
        <Card id="interventions" title={t('interventions.title')}>
          <p className="hint">{t('interventions.lead')}</p>
          {view.interventions.length === 0 && <Empty why={t('interventions.empty')} />}
          {view.head.can.edit && (
            <Asked
              {...askedOf(part)}
              id="intervention"
              title={t('interventions.draft')}
              draw={() => (
                <PostForm
                  action={draftInterventionAction}
                  id="intervention"
                  form={standing.form('intervention.draft')}
                  hidden={{ ref: view.head.ref }}
                  fields={appealFields(locale)}
                  submit={t('interventions.saveDraft')}
                  locale={locale}
                />
              )}
            />
          )}
        </Card>
        {view.interventions.map((one) => (
          <Intervention key={one.id} {...part} one={one} />
        ))}
      </FileSheet>
    </Desk>
  )
}
