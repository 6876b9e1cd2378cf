export type Connection = {
  /** A host name, or the absolute path of the folder that holds the socket. */
  host: string
  port: number
  database: string
  username: string
  password: string
  /** TLS, with a certificate that is verified. */
  ssl: boolean
  /** False behind a pooler in transaction mode, where a prepared statement belongs to somebody else's connection. */
  prepare: boolean
}

export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/**
 * Reads `postgres://user:password@host:port/database`, with `?host=/folder` for a socket and `?prepare=false` for PgBouncer.
 * A server on another machine is reached by TLS unless the address says `sslmode=disable`; one on this machine if it
 * names another mode. Answers undefined for what is no such address.
 */
export function databaseUrl(text: string): Connection | undefined {
  const whole = text.replace('@/', '@localhost/')
  if (!/^postgres(ql)?:\/\//.test(whole) || !URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (host === '' || database === '' || url.username === '') return undefined
  const mode = url.searchParams.get('sslmode')
  const isNear = host.startsWith('/') || isLoopback(host)
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 5432 : Number(url.port),
    database,
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ssl: mode === null ? !isNear : mode !== 'disable',
    prepare: url.searchParams.get('prepare') !== 'false',
  }
}
