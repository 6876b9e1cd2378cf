import { expect, test } from 'vitest'
import { confidentialities, defaultConfidentiality, stricterOf } from '@/lib/cases/confidentiality'
import { openWorkflows, workflowMoves, workflows } from '@/lib/cases/workflow'

test('the workflow goes intake → active ⇄ monitoring, active → closed, and a closed file is reopened or erased', () => {
  const moves = workflows.flatMap((from) => workflowMoves(from).map((to) => `${from}→${to}`))
  expect(moves).toEqual([
    'draft→intake',
    'intake→active',
    'active→monitoring',
    'active→closed',
    'monitoring→active',
    'closed→active',
    'closed→erased',
  ])
  expect(openWorkflows).not.toContain('closed')
})

test('a file is assigned unless said otherwise, and of two confidentialities the stricter is told', () => {
  expect(defaultConfidentiality).toBe('assigned')
  for (const a of confidentialities) {
    for (const b of confidentialities) expect(stricterOf(a, b)).toBe(stricterOf(b, a))
    expect(stricterOf(a, 'named')).toBe('named')
    expect(stricterOf(a, 'team')).toBe(a)
  }
})
