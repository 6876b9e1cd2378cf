import { isLoopback } from './database-url'

export type Smtp = {
  host: string
  port: number
  /** TLS from the first byte; without it a server on another machine has to offer STARTTLS. */
  secure: boolean
  requireTLS: boolean
  auth: { user: string; pass: string } | undefined
}

/** Reads `smtps://user:password@host:465` or `smtp://user:password@host:587`. Answers undefined for what is no such address. */
export function smtpUrl(text: string): Smtp | undefined {
  if (!/^smtps?:\/\/[^/?#\s]+\/?$/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const secure = url.protocol === 'smtps:'
  if (host === '' || (url.username === '') !== (url.password === '')) return undefined
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isLoopback(host),
    auth:
      url.username === ''
        ? undefined
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}
