import { withoutItsWords } from './report'

/** Next, next-auth and drizzle print what errors say; this prints what kind they are and where. */
export function readyToServe(): void {
  const print = (...said: unknown[]): void => {
    const told = said.map((part) => (part instanceof Error ? withoutItsWords(part) : { class: typeof part }))
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), printed: told })}\n`)
  }
  console.error = print
  console.warn = print
}
