import ts from 'typescript'
import { find, isCode, isExported, parse, roomOf, type Rule, type Source } from './source'

const unlabelled = ['utils', 'util', 'helpers', 'helper', 'common', 'types', 'constants', 'misc', 'shared', 'v2']

/** What stands at the root: the house, and what a tool forces to stand there. */
const rootEntries: Record<string, string> = {
  app: 'the house',
  db: 'the house',
  lib: 'the house',
  tests: 'the house',
  'README.md': 'the house',
  'package.json': 'npm',
  'package-lock.json': 'npm',
  'next.config.ts': 'next',
  'instrumentation.ts': 'next',
  'tsconfig.json': 'typescript',
  'drizzle.config.ts': 'drizzle-kit',
  'vitest.config.ts': 'vitest',
  'eslint.config.mjs': 'eslint',
  '.prettierignore': 'prettier',
  '.gitignore': 'git',
  '.gitattributes': 'git',
  '.ci': 'what runs on every change',
  LICENSE: 'found by its name',
  'SECURITY.md': 'found by its name',
  'CONTRIBUTING.md': 'found by its name',
}

/** What Next and the tools' settings look for as a default export. */
const forcedDefaults =
  /^app\/(?:.*\/)?(?:page|layout|template|error|global-error|not-found|default|icon|robots|sitemap|manifest)\.tsx?$|^\w+\.config\.(?:ts|mjs)$/

/** Named by git, GitHub or a tool, not by us. */
const foreign = /^(?:[A-Z]+(?:\.md)?|\..*)$/

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A route folder's own marks are Next's: (group), [param], [...rest], _private. */
function isKebab(part: string): boolean {
  const bare = part.replace(/^\((.+)\)$/, '$1').replace(/^\[{1,2}(?:\.\.\.)?(.+?)\]{1,2}$/, '$1')
  return kebab.test(bare.replace(/^_/, ''))
}

function strangeNames({ path }: Source): string[] {
  if (path.startsWith('db/migrations/') || path.startsWith('tests/fixtures/') || path.startsWith('lib/words/'))
    return []
  if (path.endsWith('[...nextauth]/route.ts') || foreign.test(path)) return []
  const folders = path.split('/').filter((part) => part !== '.ci')
  const name = folders.pop() ?? ''
  const wrong = [...folders, ...name.split('.')].filter((part) => !isKebab(part))
  return wrong.map((part) => `${path} is not kebab-case: ${part}`)
}

function labelless({ path }: Source): string[] {
  if (!/^(?:app|db|lib|tests)\//.test(path)) return []
  const drawers = path.split('/').filter((part) => unlabelled.includes(part.replace(/\.\w+$/, '')))
  const barrel = /\/index\.\w+$/.test(path) ? ['index'] : []
  return [...drawers, ...barrel].map((part) => `${path} is a drawer without a label: ${part}`)
}

const plain = (name: string) => name.replaceAll('-', '').toLowerCase()

function exportsOf(file: Source): string[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      return statement.exportClause.elements.map((one) => one.name.text)
    if (!isExported(statement)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => one.name.getText())
    const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    const typed = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
    return (named || typed) && statement.name ? [statement.name.text] : []
  })
}

/** Files of several words that name an idea whole, where no one export is the main one. */
const ideas: Record<string, string> = {
  'lib/situations/life-cycle.ts': 'what may follow what, and how soon it is looked at again',
}

const gathered = /^db\/(?:schema|migrations|demo)\/|^lib\/words\//

/** A name of several words, and every verb of db, is the name of what the file exports; one word names an idea. */
function misnamed(file: Source): string[] {
  const name = /([^/]+)\.tsx?$/.exec(file.path)?.[1]
  if (!name || !['lib', 'db'].includes(roomOf(file.path)) || gathered.test(file.path)) return []
  if (!name.includes('-') || file.path in ideas) return []
  return exportsOf(file).some((one) => plain(one) === plain(name)) ? [] : [`${file.path} exports nothing named so`]
}

function isForcedDefault(file: Source): boolean {
  return forcedDefaults.test(file.path) || roomOf(file.path) === 'tests'
}

function isDefault(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true
  if (ts.isExportSpecifier(node)) return node.name.text === 'default'
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
}

const at = (path: string, text = ''): Source => ({ path, text })

export const nameRules: Rule[] = [
  {
    name: 'the root holds the house and what a tool forces to stand there',
    judge: (files) => {
      const entries = new Set(files.map(({ path }) => path.replace(/\/.*$/, '')))
      return [...entries]
        .filter((entry) => !(entry in rootEntries))
        .map((entry) => `${entry} does not belong at the root`)
    },
    breaks: [[at('jest.config.js')], [at('src/a.ts')], [at('docs/a.md')], [at('.eslintrc')]],
    holds: [at('app/page.tsx'), at('package.json'), at('.ci/run')],
  },
  {
    name: 'no drawer is without a label: no utils, helpers, common, types, constants, index',
    judge: (files) => files.flatMap(labelless),
    breaks: [[at('lib/utils/a.ts')], [at('lib/cases/types.ts')], [at('app/ui/index.ts')], [at('tests/helpers/a.ts')]],
    holds: [at('lib/people/relationship-types.ts'), at('db/types-of-source.ts')],
  },
  {
    name: 'files and folders are kebab-case',
    judge: (files) => files.flatMap(strangeNames),
    breaks: [[at('lib/openCase.ts')], [at('lib/Cases/a.ts')], [at('db/open_case.ts')], [at('app/ui/Table.tsx')]],
    holds: [
      at('app/(desk)/cases/[ref]/_parts/entry-list.tsx'),
      at('app/api/auth/[...nextauth]/route.ts'),
      at('tests/lib/audit/tree.test.ts'),
      at('SECURITY.md'),
      at('.ci/run'),
    ],
  },
  {
    name: 'a file of lib or db is named for what it exports',
    judge: (files) => files.filter(isCode).flatMap(misnamed),
    breaks: [
      [at('db/cases/open-case.ts', `export async function openTheCase() {}`)],
      [at('lib/audit/compact-range.ts', `class CompactRange {}`)],
    ],
    holds: [
      at('db/cases/open-case.ts', `export async function openCase() {}`),
      at('lib/audit/compact-range.ts', `export class CompactRange {}`),
      at('lib/people/contact-outcomes.ts', `export const contactOutcomes = ['reached'] as const`),
      at('lib/audit/canonical-json.ts', `export function canonicalJSON() {}`),
      at('lib/dates/form.ts', `export const partialDate = 1`),
    ],
  },
  {
    name: "only Next's own files and settings have a default export",
    judge: (files) =>
      find(
        files.filter((file) => !isForcedDefault(file)),
        'has a default export',
        isDefault,
      ),
    breaks: [
      [at('lib/a.ts', `export default function a() {}`)],
      [at('app/ui/table.tsx', `export default Table`)],
      [at('db/a.ts', `const a = 1\nexport { a as default }`)],
    ],
    holds: [at('app/page.tsx', `export default function Home() {}`), at('drizzle.config.ts', `export default {}`)],
  },
]
