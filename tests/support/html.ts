const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: '\u00A0' }

/** Text as it stands between tags, its character references opened. */
export const plain = (html: string): string =>
  html.replace(/<!--.*?-->/g, '').replace(/&(\w+|#x?\w+);/g, (whole, name: string) => named[name] ?? whole)

const textOf = (html: string) => plain(html.replace(/<[^>]*>/g, ''))

function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(/([\w$:-]+)="([^"]*)"/g)
  return new Map([...found].map(([, name = '', value = '']) => [name.toLowerCase(), plain(value)]))
}

export type Button = { name?: string; value: string; text: string; label?: string }

/** A form as a browser without scripts would send it. */
export type Form = { id: string; fields: [name: string, value: string][]; buttons: Button[]; html: string }

function valueOf(tag: string, html: string, attributes: Map<string, string>): string | undefined {
  if (tag === 'textarea') return plain(html.replace(/^<textarea[^>]*>\n?/, '').replace(/<\/textarea>$/, ''))
  if (tag === 'select') {
    const options = [...html.matchAll(/<option([^>]*)>/g)].map(([, inner = '']) => inner)
    const chosen = options.find((inner) => /\bselected\b/.test(inner)) ?? options[0]
    return chosen === undefined ? undefined : (attributesOf(chosen).get('value') ?? '')
  }
  const type = attributes.get('type')
  if ((type === 'checkbox' || type === 'radio') && !/\bchecked\b/i.test(html)) return undefined
  return attributes.get('value') ?? ''
}

const controls = /<(input|textarea|select)\b([^>]*)>(?:[^]*?<\/\1>)?/g

function fieldsOf(html: string): [string, string][] {
  const apart = html.replace(/(<input\b[^>]*>)/g, '$1</input>')
  return [...apart.matchAll(controls)].flatMap(([whole, tag = '', inner = '']): [string, string][] => {
    const attributes = attributesOf(inner)
    const name = attributes.get('name')
    const value = name === undefined ? undefined : valueOf(tag, whole, attributes)
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
}

const buttonsOf = (html: string): Button[] =>
  [...html.matchAll(/<button([^>]*)>([^]*?)<\/button>/g)].map(([, inner = '', text = '']) => {
    const attributes = attributesOf(inner)
    const [name, label] = [attributes.get('name'), attributes.get('aria-label')]
    return { value: attributes.get('value') ?? '', text: textOf(text), ...(name && { name }), ...(label && { label }) }
  })

/** Every form of a page, in order. */
export const formsIn = (html: string): Form[] =>
  [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].map(([, inner = '', body = '']) => ({
    id: attributesOf(inner).get('id') ?? '',
    fields: fieldsOf(body),
    buttons: buttonsOf(body),
    html: body,
  }))

/** The form with this id, or with a button of this label or text. */
export function formIn(html: string, name: string): Form {
  const forms = formsIn(html)
  const found = forms.find(
    ({ id, buttons }) => id === name || buttons.some(({ label, text }) => label === name || text === name),
  )
  if (!found) throw new Error(`no form ${name} among ${forms.map(({ id }) => id).join(', ')}`)
  return found
}

export const valueIn = (form: Form, name: string): string | undefined =>
  form.fields.find(([field]) => field === name)?.[1]

/** What is said to be wrong with one field of a form. */
export function problemIn(form: Form, field: string): string | undefined {
  const [, text] = new RegExp(`<p class="problem" id="${form.id}-${field}-problem">([^]*?)</p>`).exec(form.html) ?? []
  return text === undefined ? undefined : textOf(text)
}

/** What a form says at its head when it was not accepted. */
export function stoppedIn(form: Form): string | undefined {
  const [, text] = /<div class="notice error"[^>]*>[^]*?<p>([^]*?)<\/p>/.exec(form.html) ?? []
  return text === undefined ? undefined : textOf(text)
}

/** The values of a form in conflict, field by field: what stands, what was written. */
export const conflictIn = (form: Form): string[] =>
  [...form.html.matchAll(/<dl class="conflict">([^]*?)<\/dl>/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<dd>([^]*?)<\/dd>/g)].map(([, text = '']) => textOf(text)),
  )

/** Page text without markup, scripts and styles. */
export const readable = (html: string): string => textOf(html.replace(/<(script|style)\b[^]*?<\/\1>/g, ''))

const excerptCharacters = 160

/** Where two pages part, a little of each; null where they are the same. A whole page would drown what went wrong. */
export function parting(one: string, other: string): [string, string] | null {
  if (one === other) return null
  const at = [...one].findIndex((sign, place) => sign !== other[place])
  const from = Math.max(0, (at < 0 ? one.length : at) - excerptCharacters / 2)
  return [one.slice(from, from + excerptCharacters), other.slice(from, from + excerptCharacters)]
}

const drawnIds = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\.[\w-]{43})?/g

/** A page without what is drawn anew for each request: nonces and one-time ids, and the name it was asked for by. */
export const withoutDrawn = (html: string, asked: string): string =>
  html.replaceAll(asked, 'ASKED').replace(drawnIds, 'DRAWN')
