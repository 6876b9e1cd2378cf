import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/** Tells a process from a later one with the same number: when it began, or undefined where none lives. */
function beganAt(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readIfThere(`/proc/${pid}/stat`)
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
    return fields[0] === 'Z' ? undefined : fields[19]
  }
  const listed = execFileSync('/bin/sh', ['-c', `ps -o lstart= -p ${pid} || true`], { encoding: 'utf8' }).trim()
  return listed === '' ? undefined : listed
}

/** The number of the live process that holds a lock file, if one does. */
export function lockHolder(path: string): number | undefined {
  const [pid, began] = (readIfThere(path) ?? '').split('\n')
  return pid && began && beganAt(Number(pid)) === began ? Number(pid) : undefined
}

/**
 * Holds a lock file for the life of this process and answers how to let go of it, or the number of the live process
 * that holds it already. A file left by a process that ended, or by an earlier one with the same number, is taken over.
 */
export function holdLock(path: string): { release: () => void } | { heldBy: number } {
  const mine = `${process.pid}\n${beganAt(process.pid) ?? ''}\n`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  for (;;) {
    const found = readIfThere(path)
    const holder = lockHolder(path)
    if (holder !== undefined) {
      rmSync(draft, { force: true })
      return { heldBy: holder }
    }
    if (found !== undefined) setAside(path, found)
    if (linked(draft, path)) {
      rmSync(draft, { force: true })
      return { release: () => readIfThere(path) === mine && rmSync(path, { force: true }) }
    }
  }
}

/** Between reading a dead lock and moving it away another start may have put its own there: that one goes back. */
function setAside(path: string, expected: string) {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== expected) linked(aside, path)
  rmSync(aside, { force: true })
}

function linked(from: string, to: string) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
