'use server'

import { action } from '@/app/door'
import { SendIntake } from '@/lib/intake/forms'
import { openCaseAnswer } from './open-case-answer'

export const openCaseAction = action(SendIntake, openCaseAnswer, (answer) => {
  if ('kept' in answer) return '/drafts'
  if ('same' in answer) return `/cases/${answer.same}`
  return 'ref' in answer ? `/cases/${answer.ref}` : null
})
