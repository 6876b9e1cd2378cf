import type { Metadata } from 'next'
import { FileSheet } from '@/app/(desk)/cases/[ref]/_parts/file-sheet'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { SectionNav } from '@/app/ui/section-nav'
import { label, words } from '@/app/words'
import { readInterview } from '@/db/intake/read-interview'
import { parseRef } from '@/lib/cases/ref'
import { InterviewQuery } from '@/lib/intake/forms'
import { interviewSteps } from '@/lib/intake/steps'
import { AnswersThatStand, ConsentCard } from './_parts/review'
import { Step } from './_parts/step'

type Props = {
  params: Promise<{ ref: string }>
  searchParams: Promise<{ step?: string | string[]; ask?: string | string[] }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: parseRef((await params).ref) ?? { absolute: 'Vigil' } }
}

export default async function IntakePage({ params, searchParams }: Props) {
  const asked = { ...(await searchParams), ...(await params) }
  const answer = await show(InterviewQuery, readInterview, asked)
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: view } = answer
  const t = words(standing.look.locale)
  const at = `/cases/${view.head.ref}/intake`
  const { step, ask } = view
  return (
    <Desk standing={standing} current="cases">
      <FileSheet head={view.head} standing={standing} current="intake">
        {view.head.can.edit && (
          <SectionNav
            label={t('intake.stepsLabel')}
            sections={[
              { href: at, label: t('intake.review') },
              ...interviewSteps.map((one) => ({
                href: `${at}?step=${one}`,
                label: label(standing.look.locale, 'interviewSteps', one),
              })),
            ]}
            current={step ? `${at}?step=${step}` : at}
          />
        )}
        <div className="file">
          <div>
            {step && view.head.can.edit ? (
              <Step view={view} standing={standing} step={step} ask={ask} />
            ) : (
              <AnswersThatStand view={view} standing={standing} ask={ask} />
            )}
          </div>
          <div>
            <ConsentCard view={view} standing={standing} />
          </div>
        </div>
      </FileSheet>
    </Desk>
  )
}
