import ts from 'typescript'
import { directiveOf, find, isExported, nodesOf, parse, placeOf, type Rule, type Source } from './source'

/** The posts that are no verb: they make, end or dress a session instead of running inside one. */
const exceptions: Record<string, string> = {
  'app/(public)/sign-in/actions.ts': 'there is no session yet',
  'app/session/sign-out/actions.ts': 'the session ends',
  'app/session/look/actions.ts': 'language and theme are a cookie, also for who is not signed in',
}

const at = (path: string, text: string): Source => ({ path, text })
const isPage = ({ path }: Source) => /^app\/.*\.tsx$/.test(path)
const isActions = ({ path }: Source) => /^app\/(?:.*\/)?actions\.ts$/.test(path)

/** Before sign-in there is no session to act in: what stands there is opened by a one-time link. */
const doorOf = ({ path }: Source) => (path.startsWith('app/(public)/') ? 'outsideAction' : 'action')

/** Whether the statement is `export const x = action(Form, verb)` or with a third argument, the page that follows. */
function isAction(statement: ts.Statement, file: Source): boolean {
  if (!ts.isVariableStatement(statement)) return false
  return statement.declarationList.declarations.every(({ initializer: made }) => {
    if (!made || !ts.isCallExpression(made) || made.expression.getText() !== doorOf(file)) return false
    return made.arguments.length === 2 || made.arguments.length === 3
  })
}

function isReexport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)
}

function openPosts(file: Source): string[] {
  const statements = parse(file).statements.filter((one) => isExported(one) || isReexport(one))
  const wrong = statements
    .filter((one) => !isAction(one, file))
    .map((one) => `${placeOf(file, one)} is not action(form, verb)`)
  return directiveOf(file) === 'use server' ? wrong : [`${file.path} does not begin with 'use server'`, ...wrong]
}

function isStrayDirective(node: ts.Node, file: Source): boolean {
  return !isActions(file) && ts.isExpressionStatement(node) && /^['"]use server['"]/.test(node.getText())
}

function callsOf(file: Source, name: string): number {
  return nodesOf(file).filter((node) => ts.isCallExpression(node) && node.expression.getText() === name).length
}

const unsafe = ['style', 'dangerouslySetInnerHTML']

function isUnsafeMarkup(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return unsafe.includes(node.name.getText())
  return ts.isImportDeclaration(node) && /^.next\/(?:image|script).$/.test(node.moduleSpecifier.getText())
}

function isLate(node: ts.Node): boolean {
  return ts.isImportSpecifier(node) ? node.name.text === 'Suspense' : node.getText() === 'React.Suspense'
}

export const pageRules: Rule[] = [
  {
    name: 'every post is action(form, verb), and a server function stands nowhere else',
    judge: (files) => [
      ...files.filter((file) => isActions(file) && !(file.path in exceptions)).flatMap(openPosts),
      ...find(files, "says 'use server' outside an actions.ts", isStrayDirective),
    ],
    breaks: [
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport async function open(form) { return form }`)],
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport const open = async (form) => action(Form, verb)`)],
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport const open = action(Form)`)],
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport { open } from '@/db/cases/open-case'`)],
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport default action(Form, verb)`)],
      [at('app/(desk)/cases/actions.ts', `export const open = action(Form, verb)`)],
      [at('app/(desk)/cases/actions.ts', `'use server'\nexport const open = outsideAction(Form, verb, next)`)],
      [at('app/(desk)/cases/page.tsx', `async function save() { 'use server' }`)],
      [at('app/ui/save.ts', `'use server'\nexport const save = action(Form, verb)`)],
    ],
    holds: [
      at(
        'app/(desk)/cases/actions.ts',
        `'use server'\nimport a from 'a'\nexport const open = action(Form, verb, next)`,
      ),
      at('app/(public)/join/[token]/actions.ts', `'use server'\nexport const join = outsideAction(Form, verb, next)`),
      at('app/(public)/sign-in/actions.ts', `'use server'\nexport async function signIn(form) { return form }`),
    ],
  },
  {
    name: 'a page of the desk makes one call, show()',
    judge: (files) =>
      files
        .filter((file) => /^app\/\(desk\)\/(?:.*\/)?page\.tsx$/.test(file.path) && callsOf(file, 'show') !== 1)
        .map((file) => `${file.path} calls show() ${callsOf(file, 'show')} times`),
    breaks: [
      [at('app/(desk)/page.tsx', `export default async function Home() { return null }`)],
      [at('app/(desk)/cases/page.tsx', `await show(A, a, {})\nawait show(B, b, {})`)],
    ],
    holds: [at('app/(desk)/cases/page.tsx', `const answer = await show(A, a, {})`)],
  },
  {
    name: 'without JavaScript nothing of a page stays hidden: no loading.tsx, no Suspense',
    judge: (files) => [
      ...files
        .filter(({ path }) => /(?:^|\/)loading\.\w+$/.test(path))
        .map(({ path }) => `${path} hides what comes late`),
      ...find(files.filter(isPage), 'hides what comes late', isLate),
    ],
    breaks: [
      [at('app/(desk)/loading.tsx', '')],
      [at('app/(desk)/page.tsx', `import { Suspense } from 'react'`)],
      [at('app/(desk)/page.tsx', `const a = React.Suspense`)],
    ],
  },
  {
    name: 'no markup carries styles, scripts or raw HTML of its own',
    judge: (files) => find(files.filter(isPage), 'writes what the content security policy forbids', isUnsafeMarkup),
    breaks: [
      [at('app/a.tsx', `const a = <p style={{ color: 'red' }} />`)],
      [at('app/a.tsx', `const a = <p dangerouslySetInnerHTML={{ __html: b }} />`)],
      [at('app/a.tsx', `import Image from 'next/image'`)],
    ],
    holds: [at('app/a.tsx', `const a = <p className="b">{text}</p>`)],
  },
]
