import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = mkdtempSync(join(tmpdir(), 'vigil-tests-'))
const phases = [['house', 'lib'], ['db'], ['app']]

/** Runs the named projects to their end; what they say goes straight to the terminal. */
function run(projects, report) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const names = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`]
  const child = spawn(process.execPath, [vitest, 'run', ...names, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const stop = (signal) => {
    stopped = true
    child.kill(signal)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}

/** A file that fell over before its tests counts as one failure, and so does a run that failed for no test's sake. */
function count(report, code) {
  const files = read(report)
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const fallen = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed)).length
  const failed = tests.filter(isFailed).length + fallen
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

function isFailed(test) {
  return test.status === 'failed'
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch (error) {
    console.error(`no report of the tests: ${error.message}`)
    return []
  }
}

let passed = 0
let failed = 0
let stopped = false
for (const projects of phases) {
  if (stopped) break
  const report = join(reports, `${projects.join('-')}.json`)
  const counted = count(report, await run(projects, report))
  passed += counted.passed
  failed += counted.failed
}
rmSync(reports, { recursive: true, force: true })
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
