import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer }

export type Asked = { method?: 'GET' | 'POST'; body?: Buffer; headers?: Record<string, string> }

const patienceMs = 30_000

/** One reader: a cookie jar, and connections to one server on this machine that stay open. */
export class Client {
  private readonly agent: Agent
  private readonly cookies = new Map<string, string>()

  constructor(
    readonly origin: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  async ask(path: string, { method = 'GET', body, headers = {} }: Asked = {}): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = { accept: 'text/html', 'accept-language': 'en', ...(cookie && { cookie }), ...headers }
    const message = await this.send(path, { method, body, headers: sent })
    const answered = { status: message.statusCode ?? 0, headers: message.headers, body: await buffer(message) }
    for (const set of message.headers['set-cookie'] ?? []) this.keep(set)
    return answered
  }

  /** The page as text; anything but a page is a failure of the bench. */
  async page(path: string): Promise<string> {
    const { status, body } = await this.ask(path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return body.toString('utf8')
  }

  close(): void {
    this.agent.destroy()
  }

  /** A connection that stayed open may be closed by the server while it is taken up again: then another carries it. */
  private send(path: string, { method, body, headers }: Asked): Promise<IncomingMessage> {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(`${this.origin}${path}`, { method, agent: this.agent, timeout: patienceMs, headers })
      asked.once('response', resolve).once('error', (error) => {
        if (asked.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
          this.send(path, { method, body, headers }).then(resolve, reject)
        else reject(error)
      })
      asked.once('timeout', () => asked.destroy(new Error(`${path} did not answer`)))
      asked.end(body)
    })
  }

  private keep(set: string): void {
    const [pair = ''] = set.split(';')
    const cut = pair.indexOf('=')
    if (cut > 0) this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
  }
}
