import { createServer } from 'node:net'
import { isLoopback } from '@/lib/database-url'
import { StartFailure } from '@/lib/start-failure'

const listenCode = (host: string, port: number) =>
  new Promise<string | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })

/** A browser that is told `localhost` may try ::1 first, so on loopback both are asked. */
export async function refuseTakenPort(host: string, port: number) {
  const code = await listenCode(host, port)
  const other = code === undefined && isLoopback(host) && host !== '::1' ? await listenCode('::1', port) : undefined
  if (code === 'EADDRINUSE' || other === 'EADDRINUSE')
    throw new StartFailure(`Port ${port} is taken by another program: set PORT to a free one.`)
  if (code === 'EACCES') throw new StartFailure(`Port ${port} is not open to this user: set PORT to 1024 or above.`)
  if (code !== undefined) throw new StartFailure(`HOST is no address of this machine (${code}).`)
}
