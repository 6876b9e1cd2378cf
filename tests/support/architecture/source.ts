import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** A file as the rules see it: its path from the root, with slashes, and its text (empty for what is not text). */
export type Source = { path: string; text: string }

/** One guarantee: `judge` names every breach among the files; each of `breaks` is a world with one, `holds` has none. */
export type Rule = {
  name: string
  judge: (files: readonly Source[]) => string[]
  breaks: readonly (readonly Source[])[]
  holds?: readonly Source[]
}

const made = ['node_modules', '.git', '.next', '.data', 'next-env.d.ts']
const texts = /\.(?:ts|tsx|mjs|js|css|json|md|sql|yml|yaml)$/

/** Every file of the house that a person wrote; what tools make is left out, as in .gitignore. */
export function readHouse(root: string, folder = ''): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (made.includes(entry.name) || path.endsWith('.tsbuildinfo')) return []
    if (entry.isDirectory()) return readHouse(root, path)
    return [{ path, text: texts.test(path) ? readFileSync(join(root, path), 'utf8') : '' }]
  })
}

export const isCode = ({ path }: Source) => /\.(?:ts|tsx|mjs|js)$/.test(path) && !path.endsWith('.d.ts')
export const isTest = ({ path }: Source) => path.startsWith('tests/')

/** app, db, lib or tests; a file at the root belongs to the room it serves: Next's one to app, settings to none. */
export function roomOf(path: string): string {
  if (path === 'instrumentation.ts') return 'app'
  return /^(app|db|lib|tests)\//.exec(path)?.[1] ?? 'settings'
}

const parsed = new WeakMap<Source, ts.SourceFile>()

export function parse(file: Source): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  parsed.set(file, tree)
  return tree
}

export function nodesOf(file: Source): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    node.forEachChild(visit)
  }
  visit(parse(file))
  return nodes
}

export function placeOf(file: Source, node: ts.Node): string {
  return `${file.path}:${parse(file).getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/** Says `what` of every node of these files that `wrong` picks out. */
export function find(
  files: readonly Source[],
  what: string,
  wrong: (node: ts.Node, file: Source) => boolean,
): string[] {
  return files
    .filter(isCode)
    .flatMap((file) => nodesOf(file).flatMap((node) => (wrong(node, file) ? [`${placeOf(file, node)} ${what}`] : [])))
}

export type Import = { from: string; to: string; typeOnly: boolean; place: string }

/** Every module a file names: import, export … from, import(), require(); '@/' and relative ones as paths. */
export function importsOf(file: Source): Import[] {
  return nodesOf(file).flatMap((node) => {
    const specifier = specifierOf(node)
    if (!specifier) return []
    return [{ from: file.path, to: resolve(file, specifier), typeOnly: isTypeOnly(node), place: placeOf(file, node) }]
  })
}

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return node.argument.literal.text
  if (!ts.isCallExpression(node)) return undefined
  const [first] = node.arguments
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require'
  return loads && first && ts.isStringLiteralLike(first) ? first.text : undefined
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node)) return false
  const clause = node.importClause
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  return !clause.name && !!bindings && ts.isNamedImports(bindings) && bindings.elements.every((one) => one.isTypeOnly)
}

function resolve(file: Source, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file.path), specifier)
  return specifier
}

export const isPackage = ({ to }: Import) => roomOf(`${to}/`) === 'settings' && !to.startsWith('..') && to !== '.'

/** The file an import means, with whichever ending it has. */
export function fileNamed(files: ReadonlyMap<string, Source>, path: string): Source | undefined {
  return ['', '.ts', '.tsx', '.mjs', '/index.ts'].map((end) => files.get(path + end)).find((file) => file !== undefined)
}

export function directiveOf(file: Source): string | undefined {
  const [first] = parse(file).statements
  if (!first || !ts.isExpressionStatement(first) || !ts.isStringLiteral(first.expression)) return undefined
  return first.expression.text
}

export function isExported(node: ts.Statement): boolean {
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
}
