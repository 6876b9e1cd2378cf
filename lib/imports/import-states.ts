/** An import asks for its columns, is tried out row by row, and is then run; `failed` is a list that cannot be read. */
export const importStates = ['mapping', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** What happens in the background of the server, and can be cancelled. */
export const runningStates = ['checking', 'importing'] as const

export const listFormats = ['csv', 'xlsx'] as const
export type ListFormat = (typeof listFormats)[number]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'euc-kr', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** Names of delimiters, so that they can be chosen and sent in a form. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
export type Delimiter = keyof typeof delimiters
export const delimiterNames = ['comma', 'semicolon', 'tab', 'bar'] as const

/** Why a list as a whole cannot be read. */
export const listFailures = [
  'empty-list',
  'not-a-list',
  'old-workbook',
  'broken-workbook',
  'bomb',
  'too-many-columns',
  'too-long-cell',
  'broken-file',
] as const
export type ListFailure = (typeof listFailures)[number]

/** What comes of a row that opened no file: what is wrong with it, or that it may be somebody who has one. */
export const rowStates = ['bad', 'match'] as const
export type RowState = (typeof rowStates)[number]

/** Whether rows that match a file are left out or open one of their own. */
export const matchedChoices = ['leave', 'open'] as const
export type MatchedChoice = (typeof matchedChoices)[number]
