import ts from 'typescript'
import { find, isCode, nodesOf, roomOf, type Rule, type Source } from './source'

/** Runs before anything is installed, as plain JavaScript without packages, so it cannot use lib/env.ts. */
const beforeInstall = ['app/host/install.mjs', 'app/host/start.mjs']

/** Casts nobody could avoid, each in one named function that says why it is safe: 'path#function': reason. */
const casts: Record<string, string> = {}

/** Where app may catch: the two doors that turn what was thrown into an answer, the script whose post met no server, and what runs outside a request. */
const catchers = [/^app\/(?:door|session|ui\/post-or-stay)\.ts$/, /^app\/host\//, /^app\/api\/health\//]

/** What of db is no verb and may look at the clock: the cluster's launcher, the demo world, bookkeeping of the steps. */
const clocked = [/^db\/[^/]+\.ts$/, /^db\/(?:demo|migrations|host|embedded|steps)\//]

const inRooms = (file: Source) => ['app', 'db', 'lib'].includes(roomOf(file.path))
const at = (path: string, text: string): Source => ({ path, text })

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return ['process.env', 'import.meta.env'].includes(node.getText())
  if (ts.isElementAccessExpression(node)) return /^(?:globalThis\.)?process\[.env.\]$/.test(node.getText())
  if (ts.isVariableDeclaration(node) && node.initializer?.getText() === 'process') return true
  return ts.isImportDeclaration(node) && /^.(?:node:)?process.$/.test(node.moduleSpecifier.getText())
}

function isForcing(node: ts.Node): boolean {
  if (ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)) return true
  if (node.kind === ts.SyntaxKind.AnyKeyword) return true
  if ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken) return true
  return ts.isAsExpression(node) && node.type.getText() !== 'const'
}

function namedFunctionOf(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node) && node.name) return node.name.text
  return ts.isSourceFile(node) ? '' : namedFunctionOf(node.parent)
}

const impure = /^(?:Date\.now|performance\.now|Math\.random|fetch|setTimeout|setInterval|process\.[\w.]+)$/

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  return ts.isCallExpression(node) && /^(?:Date|Date\.now|performance\.now)$/.test(node.expression.getText())
}

function commentsOf(file: Source): { text: string; place: string }[] {
  const found = new Map<number, string>()
  const ranges = (position: number) => [
    ...(ts.getLeadingCommentRanges(file.text, position) ?? []),
    ...(ts.getTrailingCommentRanges(file.text, position) ?? []),
  ]
  for (const node of nodesOf(file))
    for (const { pos, end } of [...ranges(node.pos), ...ranges(node.end)]) found.set(pos, file.text.slice(pos, end))
  return [...found].map(([position, text]) => ({
    text,
    place: `${file.path}:${file.text.slice(0, position).split('\n').length}`,
  }))
}

function comments(files: readonly Source[], what: string, wrong: RegExp): string[] {
  return files.filter(isCode).flatMap((file) =>
    commentsOf(file)
      .filter(({ text }) => wrong.test(text))
      .map(({ place }) => `${place} ${what}`),
  )
}

export const codeRules: Rule[] = [
  {
    name: 'lib/env.ts is the one reader of the environment',
    judge: (files) =>
      find(files, 'reads the environment', (node, file) => {
        const exempt = file.path === 'lib/env.ts' || beforeInstall.includes(file.path) || file.path.startsWith('tests/')
        return !exempt && readsEnvironment(node)
      }),
    breaks: [
      [at('app/a.ts', `export const port = process.env.PORT`)],
      [at('db/a.ts', `const { env } = process`)],
      [at('next.config.ts', `import { env } from 'node:process'`)],
      [at('app/host/worker.mjs', `process['env'].HOME`)],
    ],
    holds: [at('lib/env.ts', `process.env.PORT`), at('app/host/start.mjs', `process.env.PORT`)],
  },
  {
    name: 'no type is forced: no any, no non-null mark, no cast but as const',
    judge: (files) =>
      find(files, 'forces a type', (node, file) => {
        return isForcing(node) && !(`${file.path}#${namedFunctionOf(node)}` in casts)
      }),
    breaks: [
      [at('lib/a.ts', `export let a: any`)],
      [at('lib/a.ts', `export const a = b as string`)],
      [at('tests/a.test.ts', `const a = b!`)],
      [at('lib/a.ts', `const a = <string>b`)],
      [at('lib/a.ts', `let a!: string`)],
    ],
    holds: [at('lib/a.ts', `import { b as c } from './b'\nconst a = ['x'] as const\nconst d = !b`)],
  },
  {
    name: 'lib is pure: it reads no clock and no chance, and asks nobody',
    judge: (files) =>
      find(files, 'is not pure', (node, file) => {
        if (roomOf(file.path) !== 'lib' || file.path === 'lib/env.ts') return false
        return readsClock(node) || (ts.isCallExpression(node) && impure.test(node.expression.getText()))
      }),
    breaks: [
      [at('lib/a.ts', `const now = new Date()`)],
      [at('lib/a.ts', `const now = Date.now()`)],
      [at('lib/a.ts', `const a = Math.random()`)],
      [at('lib/a.ts', `const a = await fetch('/')`)],
    ],
    holds: [at('lib/a.ts', `const then = new Date(text)`)],
  },
  {
    name: 'a verb takes the time from its context',
    judge: (files) =>
      find(files, 'reads the clock', (node, file) => {
        return roomOf(file.path) === 'db' && !clocked.some((path) => path.test(file.path)) && readsClock(node)
      }),
    breaks: [[at('db/cases/open-case.ts', `const now = new Date()`)]],
    holds: [
      at('db/embedded.ts', `const now = Date.now()`),
      at('db/cases/open-case.ts', `const due = new Date(ctx.now)`),
    ],
  },
  {
    name: 'app catches nothing outside its doors, and nobody drops what was thrown',
    judge: (files) => [
      ...find(files, 'catches', (node, file) => {
        return ts.isTryStatement(node) && roomOf(file.path) === 'app' && !catchers.some((path) => path.test(file.path))
      }),
      ...find(files, 'drops an error', (node, file) => {
        if (!ts.isCatchClause(node) || !inRooms(file)) return false
        return node.block.statements.length === 0 || /^_/.test(node.variableDeclaration?.getText() ?? '')
      }),
    ],
    breaks: [
      [at('app/(desk)/cases/page.tsx', `try { a() } catch (error) { b(error) }`)],
      [at('lib/a.ts', `try { a() } catch (_error) { b() }`)],
      [at('db/a.ts', `try { a() } catch {}`)],
    ],
    holds: [at('app/door.ts', `try { a() } catch (error) { b(error) }`)],
  },
  {
    name: 'no page keeps anything in the browser',
    judge: (files) =>
      find(files, 'stores in the browser', (node, file) => {
        return ts.isIdentifier(node) && inRooms(file) && /^(?:local|session)Storage$|^indexedDB$/.test(node.text)
      }),
    breaks: [
      [at('app/ui/a.tsx', `localStorage.setItem('a', 'b')`)],
      [at('app/ui/a.tsx', `window.sessionStorage`)],
      [at('app/ui/a.tsx', `const { indexedDB } = window`)],
    ],
  },
  {
    name: 'no comment promises work or silences a tool without a reason',
    judge: (files) => [
      ...comments(files, 'leaves work behind', /\b(?:TODO|FIXME|HACK|XXX)\b/),
      ...comments(files, 'silences the compiler', /@ts-(?:ignore|nocheck|expect-error)/),
      ...comments(files, 'silences lint without a reason', /eslint-disable(?!.* -- \S)/),
    ],
    breaks: [
      [at('lib/a.ts', `// TODO: later\nexport const a = 1`)],
      [at('lib/a.ts', `// @ts-ignore\nexport const a = 1`)],
      [at('lib/a.ts', `/* eslint-disable no-console */\nexport const a = 1`)],
      [at('lib/a.ts', `const a = 1 // FIXME`)],
    ],
    holds: [at('lib/a.ts', `const a = 'TODO'\n// eslint-disable-next-line no-console -- the host speaks to a person`)],
  },
]
