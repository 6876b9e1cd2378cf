import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export type Child = {
  pid: number | undefined
  /** The exit code, or 1 after a signal. */
  ended: Promise<number>
  /** The messages it sent, in order. */
  said: unknown[]
  /** What it wrote to its standard output before `listen` was called. */
  written: () => string
  /** From now on its output goes to ours. */
  listen: () => void
  stop: () => Promise<void>
}

/**
 * A page makes much short-lived garbage: with more room for it, most of it is never copied (V8's default is 16 MB). What
 * lives takes some 70 MB; without a bound near it V8 lets the rest grow for as long as people work.
 */
export const serverFlags = ['--max-semi-space-size=64', '--max-old-space-size=384']

const preload = `${pathToFileURL(join(root, 'app', 'host', 'with-parent.mjs')).href}?parent=${process.pid}`
const outputCharactersMax = 100_000
const patienceMs = 5_000

/**
 * Starts Node on a program of ours with exactly these variables. It stands in a process group of its own, so that Ctrl-C
 * reaches it only through us, and it ends when we do.
 */
export function startChild(
  args: string[],
  variables: Record<string, string>,
  mode: 'production' | 'development' = 'production',
): Child {
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: root,
    env: { ...variables, NODE_ENV: mode },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let isHeard = false
  let written = ''
  const said: unknown[] = []
  child.on('message', (message) => said.push(message))
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (isHeard) process.stdout.write(text)
    else written = (written + text).slice(-outputCharactersMax)
  })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
  const killGroup = () => child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGKILL')
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const impatience = setTimeout(killGroup, patienceMs)
    await ended
    clearTimeout(impatience)
  }
  return { pid: child.pid, ended, said, written: () => written, listen: () => void (isHeard = true), stop }
}
