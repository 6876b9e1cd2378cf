import { z } from 'zod'

export type TextLimits = { max: number; bytesMax?: number; required?: boolean }
export type ChoiceLimits = { required?: boolean }
type Required = { required: true }

const controlsOfLine = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const controlsOfProse = /[^\P{Cc}\n\t]|\p{Cs}/u
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/u
const encoder = new TextEncoder()

/**
 * One line of text as it may be stored: NFC, without blanks around it.
 * `max` counts characters (code points), `bytesMax` bytes of UTF-8, three a character unless told otherwise.
 * Issues are word keys: `required`, `too-long`, `control-characters` (lone surrogates and line breaks among them),
 * `bidi-characters` (the overrides and isolates of UAX #9 that make text read otherwise than it is stored;
 * see Boucher and Anderson, "Trojan Source", 2021). An empty optional line is undefined.
 */
export function line(limits: TextLimits & Required): z.ZodType<string>
export function line(limits: TextLimits): z.ZodOptional<z.ZodType<string | undefined>>
export function line(limits: TextLimits): z.ZodType {
  return textual(limits, controlsOfLine)
}

/** As `line`, with line breaks (CRLF and the Unicode separators become LF) and tabs allowed. */
export function prose(limits: TextLimits & Required): z.ZodType<string>
export function prose(limits: TextLimits): z.ZodOptional<z.ZodType<string | undefined>>
export function prose(limits: TextLimits): z.ZodType {
  return textual(limits, controlsOfProse)
}

/** One word of a list: `required` where it is missing, `not-on-list` where it is another. */
export function choice<const T extends string>(list: readonly T[], limits: Required): z.ZodType<T>
export function choice<const T extends string>(
  list: readonly T[],
  limits?: ChoiceLimits,
): z.ZodOptional<z.ZodType<T | undefined>>
export function choice(list: readonly string[], limits: ChoiceLimits = {}): z.ZodType {
  const schema = z.unknown().transform((value, ctx) => {
    if (isEmpty(value)) return limits.required ? refuse(ctx, value, 'required') : undefined
    return list.find((word) => word === value) ?? refuse(ctx, value, 'not-on-list')
  })
  return limits.required ? schema : schema.optional()
}

/** A box of a form: ticked is `on` (or `true`), and a box that is not ticked is not sent at all. */
export function checkbox(): z.ZodType<boolean> {
  return z
    .unknown()
    .optional()
    .transform((value) => value === 'on' || value === 'true' || value === true)
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id of the application (RFC 9562, any version), in small letters; anything else is `not-an-id`. */
export function uuid(limits: Required): z.ZodType<string>
export function uuid(limits?: ChoiceLimits): z.ZodOptional<z.ZodType<string | undefined>>
export function uuid(limits: ChoiceLimits = {}): z.ZodType {
  const schema = z.unknown().transform((value, ctx) => {
    if (isEmpty(value)) return limits.required ? refuse(ctx, value, 'required') : undefined
    const id = typeof value === 'string' ? value.trim().toLowerCase() : ''
    return uuidShape.test(id) ? id : refuse(ctx, value, 'not-an-id')
  })
  return limits.required ? schema : schema.optional()
}

/** A whole number between two bounds, as a form sends it; anything else is `not-a-number`. */
export function whole(bounds: { min: number; max: number }): z.ZodType<number> {
  return z.unknown().transform((value, ctx) => {
    if (isEmpty(value)) return refuse(ctx, value, 'required')
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
    const isWhole = typeof number === 'number' && Number.isSafeInteger(number)
    return isWhole && number >= bounds.min && number <= bounds.max ? number : refuse(ctx, value, 'not-a-number')
  })
}

function textual(limits: TextLimits, controls: RegExp): z.ZodType {
  const schema = z.unknown().transform((value, ctx) => {
    const sent = typeof value === 'string' ? value : ''
    if (sent.length > limits.max * 20 + 1000) return refuse(ctx, value, 'too-long')
    const text = controls === controlsOfProse ? withPlainBreaks(sent) : sent
    const clean = text.normalize('NFC').trim()
    if (clean === '') return limits.required ? refuse(ctx, value, 'required') : undefined
    const problem = problemOf(clean, limits, controls)
    return problem ? refuse(ctx, value, problem) : clean
  })
  return limits.required ? schema : schema.optional()
}

function problemOf(text: string, limits: TextLimits, controls: RegExp): string | undefined {
  if (controls.test(text)) return 'control-characters'
  if (bidiOverrides.test(text)) return 'bidi-characters'
  const bytesMax = limits.bytesMax ?? limits.max * 3
  if ([...text].length > limits.max || encoder.encode(text).length > bytesMax) return 'too-long'
  return undefined
}

function withPlainBreaks(text: string) {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n')
}

function isEmpty(value: unknown) {
  return value === undefined || value === null || value === ''
}

function refuse(ctx: z.RefinementCtx, input: unknown, message: string): never {
  ctx.addIssue({ code: 'custom', message, input })
  return z.NEVER
}
