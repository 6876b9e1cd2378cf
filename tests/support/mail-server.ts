import { type Socket, createServer } from 'node:net'

type Taken = { to: string; text: string }

/** A mail server that takes what it is handed, or says no, repeating the address as many do. */
export function mailServer(refuses: (to: string) => boolean) {
  const taken: Taken[] = []
  const talk = (socket: Socket) => {
    let [to, body, isBody, rest] = ['', '', false, '']
    const answer = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string): unknown => {
      if (isBody && line !== '.') return void (body += `${line}\n`)
      if (isBody) {
        isBody = false
        taken.push({ to, text: body })
        return answer('250 taken')
      }
      if (/^RCPT/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        return answer(refuses(to) ? `550 no such mailbox: ${to}` : '250 yes')
      }
      isBody = /^DATA/i.test(line)
      if (isBody) body = ''
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
      return answer(isBody ? '354 go on' : '250 yes')
    }
    answer('220 mail.test')
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(line)
    })
  }
  const server = createServer(talk)
  const listening = new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
      else reject(new Error('no port'))
    })
  })
  return { taken, listening, close: () => new Promise((resolve) => server.close(resolve)) }
}
