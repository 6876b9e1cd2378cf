import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type Page, chromium as driver } from 'playwright-core'
import { chromium } from './chromium'

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** A headless Chromium that talks to nobody but the pages it is shown. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = chromium()
  return driver.launch({ executablePath: executable, env: environment, args: quiet, chromiumSandbox: false })
}

export type Violation = { rule: string; impact: string; help: string; where: string[] }

/** What axe-core finds wrong with the page as it stands, best practices included; none is an empty list. Needs JavaScript on. */
export async function axe(page: Page): Promise<Violation[]> {
  const session = await page.context().newCDPSession(page)
  try {
    // The page's content security policy forbids scripts in it and eval; the debugger's own evaluation stands outside.
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
    const evaluate = async (expression: string) => {
      const answer = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'axe-core failed')
      return String(answer.result.value)
    }
    await evaluate(`${axeSource()}\n;'loaded'`)
    const found: Pick<AxeResults, 'violations'> = JSON.parse(await evaluate(runAxe))
    return found.violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? 'unknown',
      help,
      where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
  } finally {
    await session.detach()
  }
}

const runAxe = `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify({ violations: found.violations }))`

function axeSource(): string {
  return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}
