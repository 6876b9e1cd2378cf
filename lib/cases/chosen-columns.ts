/** What a list of files can tell of each, in the order in which it stands. */
export const caseColumns = [
  'ref',
  'name',
  'situation',
  'risk',
  'grade',
  'province',
  'silence',
  'review',
  'worker',
  'workflow',
  'flagged',
  'changed',
] as const
export type CaseColumn = (typeof caseColumns)[number]

const usual: readonly CaseColumn[] = caseColumns.slice(0, 9)

/** The columns chosen by their codes, in their order and with the ref; undefined stands for the usual ones. */
export function chosenColumns(codes: readonly string[]): CaseColumn[] | undefined {
  const wanted = codes.flatMap((code) => code.split('.'))
  const chosen = caseColumns.filter((code) => code === 'ref' || wanted.includes(code))
  return chosen.length === 1 || chosen.join('.') === usual.join('.') ? undefined : chosen
}

export const columnsOf = (chosen: readonly CaseColumn[] | undefined): readonly CaseColumn[] => chosen ?? usual
