import {
  directiveOf,
  fileNamed,
  type Import,
  importsOf,
  isCode,
  isPackage,
  roomOf,
  type Rule,
  type Source,
} from './source'

const ranks: Record<string, number> = { lib: 0, db: 1, app: 2 }

/** Pure packages that lib may use: no input or output, clock, environment or framework. */
const pure: Record<string, string> = {
  zod: 'what a form may say',
  canonicalize: 'RFC 8785, so that a log entry has one text',
  'libphonenumber-js': 'telephone numbers in one form, by a table',
  stemmer: 'the stem of an English word (Porter 1980)',
  'any-ascii': 'names of any script in plain Latin letters, by a table',
}

/** Where lib may hash and seal with Node's own cryptography, and make paths of settings; none of it reaches a browser. */
const ofNode: Record<string, RegExp> = {
  'node:crypto': /^lib\/(?:audit\/sha256\.ts$|vault\/)/,
  'node:path': /^lib\/env\.ts$/,
  'node:os': /^lib\/env\.ts$/,
}

/** What knows cookies and next-auth. Next forces the last two: a route of its own, the root's markup. */
const doors = [
  /^app\/(?:door|session|look)\.ts$/,
  /^app\/(?:session|sign-in)\//,
  /^app\/api\/auth\//,
  /^app\/layout\.tsx$/,
]

function breaches(files: readonly Source[], what: string, wrong: (line: Import) => boolean): string[] {
  return files
    .filter((file) => isCode(file) && roomOf(file.path) in ranks)
    .flatMap(importsOf)
    .filter(wrong)
    .map((line) => `${line.place} ${what}: ${line.to}`)
}

const isOf = (name: string, ...packages: string[]) => packages.some((one) => name === one || name.startsWith(`${one}/`))

function upward({ from, to }: Import): boolean {
  const room = roomOf(`${to}/`)
  if (room === 'settings') return /^\.\./.test(to) || to === 'instrumentation'
  return (ranks[room] ?? Infinity) > (ranks[roomOf(from)] ?? 0)
}

/** Follows what a browser is sent: everything a 'use client' file imports, up to the posts ('use server'). */
function reachingTheServer(files: readonly Source[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const clients = files.filter((file) => isCode(file) && directiveOf(file) === 'use client')
  return clients.flatMap((client) => {
    const seen = new Set([client])
    const found: string[] = []
    for (const file of seen) {
      for (const line of importsOf(file).filter(({ typeOnly }) => !typeOnly)) {
        if (line.to.startsWith('node:') || roomOf(`${line.to}/`) === 'db')
          found.push(`${line.place} reaches the browser through ${client.path}: ${line.to}`)
        const next = fileNamed(byPath, line.to)
        if (next && isCode(next) && directiveOf(next) !== 'use server') seen.add(next)
      }
    }
    return found
  })
}

const at = (path: string, text: string): Source => ({ path, text })

export const importRules: Rule[] = [
  {
    name: 'imports point one way: app asks, db remembers, lib decides',
    judge: (files) => breaches(files, 'imports upward', upward),
    breaks: [
      [at('lib/a.ts', `import { b } from '@/db/b'`)],
      [at('lib/cases/a.ts', `import type { b } from '../../db/b'`)],
      [at('lib/a.ts', `export { b } from '@/app/b'`)],
      [at('db/a.ts', `const b = await import('@/app/b')`)],
      [at('db/a.ts', `type B = import('../app/b').B`)],
      [at('app/a.ts', `import '@/tests/support/b'`)],
    ],
    holds: [at('app/a.ts', `import '@/db/b'\nimport '../lib/c'\nimport './d'`), at('db/e.ts', `import '@/lib/f'`)],
  },
  {
    name: 'lib imports nothing but itself and packages listed as pure',
    judge: (files) =>
      breaches(files, 'is not pure', (line) => {
        if (roomOf(line.from) !== 'lib' || !isPackage(line)) return false
        return !ofNode[line.to]?.test(line.from) && !isOf(line.to, ...Object.keys(pure))
      }),
    breaks: [
      [at('lib/a.ts', `import { readFile } from 'node:fs'`)],
      [at('lib/a.ts', `import { createHash } from 'node:crypto'`)],
      [at('lib/a.ts', `import type { ReactNode } from 'react'`)],
      [at('lib/a.ts', `import { eq } from 'drizzle-orm'`)],
    ],
    holds: [at('lib/audit/sha256.ts', `import { createHash } from 'node:crypto'`), at('lib/b.ts', `import 'zod'`)],
  },
  {
    name: 'only db speaks to the database',
    judge: (files) => [
      ...breaches(
        files,
        'is for db',
        ({ from, to }) => roomOf(from) !== 'db' && isOf(to, 'drizzle-orm', 'drizzle-kit'),
      ),
      ...breaches(files, 'is for db', ({ from, to }) => {
        const connects = isOf(to, 'postgres', 'pg', 'pg-boss')
        return connects && roomOf(from) !== 'db' && !from.startsWith('app/host/')
      }),
    ],
    breaks: [
      [at('app/(desk)/cases/page.tsx', `import { eq } from 'drizzle-orm'`)],
      [at('lib/a.ts', `import type { PgTable } from 'drizzle-orm/pg-core'`)],
      [at('app/host/worker.ts', `import { sql } from 'drizzle-orm'`)],
      [at('app/door.ts', `import postgres from 'postgres'`)],
    ],
    holds: [
      at('db/a.ts', `import { eq } from 'drizzle-orm'`),
      at('app/host/migrate.ts', `import postgres from 'postgres'`),
    ],
  },
  {
    name: 'db knows no page, cookie or HTTP',
    judge: (files) =>
      breaches(files, 'is for app', (line) => {
        return (
          roomOf(line.from) === 'db' &&
          isOf(line.to, 'next', 'next-auth', 'react', 'react-dom', 'use-intl', 'node:http')
        )
      }),
    breaks: [
      [at('db/a.ts', `import { cookies } from 'next/headers'`)],
      [at('db/a.ts', `import { cache } from 'react'`)],
    ],
  },
  {
    name: 'only the doors know cookies and next-auth',
    judge: (files) =>
      breaches(files, 'is for a door', (line) => {
        return isOf(line.to, 'next-auth', 'next/headers') && !doors.some((path) => path.test(line.from))
      }),
    breaks: [
      [at('app/(desk)/cases/page.tsx', `import { cookies } from 'next/headers'`)],
      [at('app/ui/frame.tsx', `import { signOut } from 'next-auth/react'`)],
    ],
    holds: [at('app/door.ts', `import { cookies } from 'next/headers'`)],
  },
  {
    name: 'parts, layouts and the ui take props and query nothing',
    judge: (files) =>
      breaches(files, 'queries', (line) => {
        if (!isOf(line.to, 'db')) return false
        if (line.from.startsWith('app/ui/')) return true
        return !line.typeOnly && (line.from.includes('/_parts/') || /\/layout\.tsx$/.test(line.from))
      }),
    breaks: [
      [at('app/ui/table.tsx', `import type { Row } from '@/db/row'`)],
      [at('app/(desk)/cases/_parts/list.tsx', `import { listCases } from '@/db/cases/list-cases'`)],
      [at('app/(desk)/layout.tsx', `import { counts } from '@/db/counts'`)],
    ],
    holds: [at('app/(desk)/cases/_parts/list.tsx', `import type { Listed } from '@/db/cases/list-cases'`)],
  },
  {
    name: 'nothing of the server reaches a browser',
    judge: reachingTheServer,
    breaks: [
      [at('app/a.tsx', `'use client'\nimport { b } from '@/db/b'`)],
      [at('app/a.tsx', `'use client'\nimport { b } from '@/lib/b'`), at('lib/b.ts', `import { c } from 'node:crypto'`)],
      [at('app/a.tsx', `'use client'\nexport * from './b'`), at('app/b.tsx', `import { c } from '@/db/c'`)],
    ],
    holds: [
      at('app/a.tsx', `'use client'\nimport { b } from './actions'\nimport type { C } from '@/db/c'`),
      at('app/actions.ts', `'use server'\nimport { c } from '@/db/c'`),
    ],
  },
]
