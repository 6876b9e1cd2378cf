'use server'

import { action } from '@/app/door'
import { OpenCase } from '@/lib/cases/forms'
import { openCaseAnswer } from './open-case-answer'

export const openCaseAction = action(OpenCase, openCaseAnswer, (answer) =>
  'ref' in answer ? `/cases/${answer.ref}` : null,
)
