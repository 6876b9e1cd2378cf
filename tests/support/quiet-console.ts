import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

const said: string[] = []
const awaited: RegExp[] = []

/** Lets this test's code say on console.error what matches; it fails unless something does. */
export function expectConsoleError(pattern: RegExp): void {
  awaited.push(pattern)
}

beforeEach(() => {
  said.length = 0
  awaited.length = 0
  console.error = (...parts: unknown[]) => {
    said.push(format(...parts))
  }
})

afterEach(() => {
  const unexpected = said.filter((line) => !awaited.some((pattern) => pattern.test(line)))
  const unsaid = awaited.filter((pattern) => !said.some((line) => pattern.test(line)))
  expect(unexpected, 'console.error was not expected to say this').toEqual([])
  expect(unsaid, 'console.error was expected to say this').toEqual([])
})
