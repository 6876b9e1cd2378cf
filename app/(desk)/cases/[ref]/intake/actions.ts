'use server'

import { action } from '@/app/door'
import { finishInterview } from '@/db/intake/finish-interview'
import { recordConsents } from '@/db/intake/record-consents'
import { FinishInterview, RecordConsents, SendAnswers } from '@/lib/intake/forms'
import { stepAfter } from '@/lib/intake/steps'
import { recordAnswersAnswer } from './record-answers-answer'

export const recordAnswersAction = action(SendAnswers, recordAnswersAnswer, (done) =>
  'kept' in done ? '/drafts' : `/cases/${done.ref}/intake?step=${stepAfter(done.step) ?? 'consent'}`,
)
export const recordConsentsAction = action(RecordConsents, recordConsents, ({ ref }) => `/cases/${ref}/intake#consents`)
export const finishInterviewAction = action(FinishInterview, finishInterview, ({ ref }) => `/cases/${ref}/intake`)
