import canonicalize from 'canonicalize'

/** What JSON can say. A member that is undefined is left out, as JSON.stringify does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json | undefined }

/**
 * The one text of a JSON value: members in order of their UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. RFC 8785. Throws a TypeError for what RFC 7493 does not allow: NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  const text = written(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  if (loneSurrogate.test(text.replaceAll('\\\\', ''))) throw new TypeError('text with half a character')
  return text
}

const loneSurrogate = /\\ud[89a-f]/

function written(value: Json): string | undefined {
  try {
    return canonicalize(value)
  } catch (cause) {
    throw new TypeError('not a JSON value', { cause })
  }
}
