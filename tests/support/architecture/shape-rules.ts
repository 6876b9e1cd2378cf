import ts from 'typescript'
import { find, isCode, isTest, nodesOf, parse, placeOf, type Rule, type Source } from './source'

export const caps = { file: 300, testFile: 400, function: 60, component: 90, parameters: 3, readme: 170 }

const at = (path: string, text: string): Source => ({ path, text })
const lines = (count: number) => 'a()\n'.repeat(count)

/** What people write and read as code: tool output, data and word lists are not. */
function isCounted({ path }: Source): boolean {
  return /\.(?:ts|tsx|mjs|js|css)$/.test(path) && !path.startsWith('db/migrations/')
}

function lengthOf(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : ''
}

const blocks = /^(?:test|it|describe|suite|beforeAll|beforeEach|afterAll|afterEach)\b/

function isTestBlock(node: ts.Node, file: Source): boolean {
  return isTest(file) && ts.isCallExpression(node.parent) && blocks.test(node.parent.expression.getText())
}

function capOf(node: ts.SignatureDeclaration, file: Source): number {
  return file.path.endsWith('.tsx') && /^[A-Z]/.test(nameOf(node)) ? caps.component : caps.function
}

function longFunctions(file: Source): string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isTestBlock(node, file)) return []
    const [first, last] = [node.getStart(), node.end].map(
      (spot) => parse(file).getLineAndCharacterOfPosition(spot).line,
    )
    const length = (last ?? 0) - (first ?? 0) + 1
    const cap = capOf(node, file)
    return length > cap
      ? [`${placeOf(file, node)} ${nameOf(node) || 'a function'} has ${length} lines, over ${cap}`]
      : []
  })
}

const modifiers = ['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails']

function isUnfit(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return /^(?:test|it|describe|suite)\b/.test(node.expression.getText()) && modifiers.includes(node.name.text)
  if (!ts.isCallExpression(node) || !/^(?:test|it|describe)(?:\.\w+)*$/.test(node.expression.getText())) return false
  if (/\.(?:each|for|extend)$/.test(node.expression.getText())) return false
  const [name] = node.arguments
  return !name || (ts.isStringLiteralLike(name) && name.text.trim() === '')
}

export const shapeRules: Rule[] = [
  {
    name: `no file is longer than ${caps.file} lines, no test file than ${caps.testFile}`,
    judge: (files) =>
      files.filter(isCounted).flatMap((file) => {
        const cap = isTest(file) ? caps.testFile : caps.file
        return lengthOf(file.text) > cap ? [`${file.path} has ${lengthOf(file.text)} lines, over ${cap}`] : []
      }),
    breaks: [
      [at('lib/a.ts', lines(301))],
      [at('app/ui/a.css', lines(301))],
      [at('tests/lib/a.test.ts', lines(401))],
      [at('app/host/start.mjs', lines(301))],
    ],
    holds: [at('lib/a.ts', lines(300)), at('tests/a.test.ts', lines(400)), at('db/migrations/0000.sql', lines(900))],
  },
  {
    name: `no function is longer than ${caps.function} lines, no component than ${caps.component}`,
    judge: (files) => files.filter((file) => isCode(file) && isCounted(file)).flatMap(longFunctions),
    breaks: [
      [at('lib/a.ts', `function a() {\n${lines(59)}}`)],
      [at('lib/a.ts', `const a = () => {\n${lines(59)}}`)],
      [at('lib/a.ts', `class A { b() {\n${lines(59)}} }`)],
      [at('app/a.tsx', `export function Page() {\n${lines(89)}}`)],
      [at('tests/a.test.ts', `function a() {\n${lines(59)}}`)],
    ],
    holds: [
      at('lib/a.ts', `function a() {\n${lines(58)}}\nexport const table = {\n${lines(0)}}`),
      at('app/a.tsx', `export function Page() {\n${lines(88)}}`),
      at('tests/a.test.ts', `test('a', () => {\n${lines(99)}})`),
    ],
  },
  {
    name: `no function takes more than ${caps.parameters} parameters`,
    judge: (files) =>
      find(files, `takes more than ${caps.parameters} parameters`, (node) => {
        if (!ts.isFunctionLike(node)) return false
        return node.parameters.filter((one) => one.name.getText() !== 'this').length > caps.parameters
      }),
    breaks: [
      [at('lib/a.ts', `function a(b, c, d, e) {}`)],
      [at('lib/a.ts', `type A = (b: 1, c: 2, d: 3, e: 4) => void`)],
    ],
    holds: [at('lib/a.ts', `function a(b, c, d) {}`)],
  },
  {
    name: 'every test has a name, and none is left out or singled out',
    judge: (files) => find(files.filter(isTest), 'is no full test', isUnfit),
    breaks: [
      [at('tests/a.test.ts', `test('', () => {})`)],
      [at('tests/a.test.ts', `test.only('a', () => {})`)],
      [at('tests/a.test.ts', `describe.skip('a', () => {})`)],
      [at('tests/a.test.ts', `test.todo('a')`)],
      [at('tests/a.test.ts', `test.skipIf(x)('a', () => {})`)],
      [at('tests/a.test.ts', `test.each([1]).only('a', () => {})`)],
    ],
    holds: [at('tests/a.test.ts', `test('a', () => {})\ntest.each([1])('b %i', () => {})\n/a/.test('')`)],
  },
  {
    name: `the README has at most ${caps.readme} lines`,
    judge: (files) =>
      files.flatMap(({ path, text }) => {
        return path === 'README.md' && lengthOf(text) > caps.readme ? [`${path} has ${lengthOf(text)} lines`] : []
      }),
    breaks: [[at('README.md', lines(171))]],
    holds: [at('README.md', lines(170)), at('CONTRIBUTING.md', lines(400))],
  },
]
