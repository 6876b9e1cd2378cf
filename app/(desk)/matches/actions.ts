'use server'

import { action } from '@/app/door'
import { askMatch } from '@/db/matches/ask-match'
import { findMatches } from '@/db/matches/find-matches'
import { AskMatch, FindMatches } from '@/lib/matches/forms'
import { toMatches } from './to-matches'

export const askMatchAction = action(AskMatch, askMatch, toMatches('elsewhere'))
export const findMatchesAction = action(FindMatches, findMatches, toMatches('search'))
