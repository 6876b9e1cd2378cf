import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { uploadBytesMax } from '@/lib/files/stored'
import { formIn, plain } from '../support/html'
import { asSuperuser } from '../support/product'
import { type Page, type Visitor, follow, ownPost, settledImport, signedIn } from '../support/http'

let visitor: Visitor

beforeAll(async () => {
  visitor = await signedIn(inject('product'), 'caseworker2')
})

async function sent(
  list: string | Uint8Array<ArrayBuffer>,
  given: { form?: string; headers?: Record<string, string> } = {},
) {
  const page = await visitor.get('/import')
  const id = formIn(page.html, 'send-list').fields.find(([name]) => name === 'form')?.[1] ?? ''
  const body = new FormData()
  body.append('form', given.form ?? id)
  body.append('file', new Blob([list], { type: 'text/csv' }), 'list.csv')
  const headers = { ...ownPost(visitor.origin, '/import'), ...given.headers }
  return visitor.send('/api/imports', { method: 'POST', body, headers })
}

const settled = (path: string) => settledImport(visitor, path)

const said = ({ html }: Page) => plain(html.replace(/<[^>]*>/g, ' '))

const list = [
  '이름,성별,생년월일,상황,때,장소,연락처,교회',
  '도하늘,여,1987년경,체류국 구금,2023년 4월,허룽,+82 10 5555 0133,남문교회',
  '도가을,여자,열세 살,체류국 구금,,,,',
  '도겨울,남,1991,은신 중(무국적·미등록 체류),2024,,,',
].join('\r\n')

describe('a list becomes files without a script', () => {
  test('it is sent, its columns are known, it is tried out, imported, and what was left out comes back with its reason', async () => {
    const named = await follow(visitor, await sent(list))
    expect(said(named)).toContain('남문교회')
    const columns = formIn(named.html, 'map').fields.filter(([name]) => name.startsWith('column'))
    expect(columns.map(([, value]) => value)).toEqual([
      'name',
      'sex',
      'birth',
      'situation',
      'when',
      'place',
      'contactValue',
      'note',
    ])
    await follow(visitor, await visitor.post(named, 'map'))
    const tried = await settled(named.path)
    expect(said(tried)).toMatch(/2 rows can become files/)
    expect(said(tried)).toMatch(/This cannot be read as a date/)
    await follow(visitor, await visitor.post(tried, 'start'))
    const done = await settled(named.path)
    expect(said(done)).toMatch(/2 files opened/)
    const left = await visitor.get(named.path.replace('/import', '/api/imports'))
    const [head, row, ...others] = left.html.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(head).toMatch(/^이름,성별.*vigil row,vigil reasons$/)
    expect(row).toMatch(/^도가을,여자,열세 살.*,3,.*cannot be read as a date/)
    expect(others).toEqual([])
    const corrected = left.html.replace('열세 살', '2010년')
    const again = await follow(visitor, await sent(corrected))
    await follow(visitor, await visitor.post(again, 'map'))
    const checked = await settled(again.path)
    expect(said(checked)).toMatch(/1 row can become a file/)
    await follow(visitor, await visitor.post(checked, 'start'))
    expect(said(await settled(again.path))).toMatch(/1 file opened/)
  })

  test('the empty list can be taken and every heading of it is understood when it comes back', async () => {
    const { html } = await visitor.get('/api/imports/template')
    const page = await follow(visitor, await sent(`${html}Do Saebyeok,,F\r\n`))
    const columns = formIn(page.html, 'map').fields.filter(([name]) => name.startsWith('column'))
    expect(columns.map(([, value]) => value)).not.toContain('note')
    expect(columns.length).toBeGreaterThan(15)
  })
})

describe('what cannot be taken is said on the page of imports, in words', () => {
  const refused = async (answer: Page, words: RegExp) => {
    expect(answer.status).toBe(303)
    expect(said(await follow(visitor, answer))).toMatch(words)
  }

  test('a file that is too large', async () => {
    await refused(await sent(new Uint8Array(uploadBytesMax + 100_000)), /larger than 100 MB, so nothing of it was kept/)
  })

  test('an empty file, a picture, an old workbook', async () => {
    await refused(await sent(''), /holds no rows/)
    await refused(await sent(Uint8Array.from({ length: 3000 }, (_, n) => (n % 3 ? 0 : n % 251))), /no list we can read/)
    await refused(await sent(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])), /old kind/)
  })

  test('a form from elsewhere, of another session, or sent twice', async () => {
    await refused(
      await sent(list, { headers: { origin: 'http://elsewhere.example' } }),
      /does not belong to your session/,
    )
    await refused(await sent(list, { form: 'x.y' }), /does not belong to your session/)
    const page = await visitor.get('/import')
    const form = formIn(page.html, 'send-list').fields.find(([name]) => name === 'form')?.[1] ?? ''
    await follow(visitor, await sent('이름\n도봄\n', { form }))
    await refused(await sent('이름\n도봄\n', { form }), /had been sent before/)
  })
})

describe('a body that does not end as it should', () => {
  /** Sends the head of a list and then as many pieces of it as are wanted, as fast as they are taken; then it is broken off, or heard. */
  async function streamed(pieces: number, breaksOff: boolean): Promise<number> {
    const page = await visitor.get('/import')
    const id = formIn(page.html, 'send-list').fields.find(([name]) => name === 'form')?.[1] ?? ''
    const part = (head: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n`
    const head = `${part('name="form"')}${id}\r\n${part('name="file"; filename="list.csv"')}name,account\n`
    const headers = { ...ownPost(visitor.origin, '/import'), cookie: visitor.cookie }
    return new Promise((resolve, reject) => {
      const sent = request(`${visitor.origin}/api/imports`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' },
      })
      sent.once('response', (answer) => resolve(answer.statusCode ?? 0))
      sent.once('error', (error) => (breaksOff ? resolve(0) : reject(error)))
      const piece = Buffer.alloc(1024 * 1024, 'Dobanbok,x\n')
      let left = pieces
      const more = () => {
        while (left-- > 0) if (!sent.write(piece)) return void sent.once('drain', more)
        if (breaksOff) sent.destroy()
        else sent.end('\r\n--x--\r\n')
      }
      sent.write(head)
      more()
    })
  }

  const counted = async () => {
    const [row] = await asSuperuser(
      inject('product'),
      (sql) => sql`select (select count(*)::int from stored_file where state = 'open') as open,
        (select count(*)::int from stored_chunk c join stored_file f on f.id = c.file_id where f.state = 'open') as chunks,
        (select count(*)::int from import_batch) as lists`,
    )
    return row
  }

  test('leaves nothing behind where it breaks off half way, and the server lives', async () => {
    const before = await counted()
    expect(await streamed(6, true)).toBe(0)
    for (let tries = 0; tries < 50 && JSON.stringify(await counted()) !== JSON.stringify(before); tries += 1)
      await pause(100)
    expect(await counted()).toEqual(before)
    expect((await visitor.get('/import')).status).toBe(200)
  })

  test('is refused while it comes where a gigabyte is sent without saying so, and keeps nothing of it', async () => {
    const before = await counted()
    expect(await streamed(1024, false)).toBe(303)
    expect(await counted()).toEqual(before)
    expect((await visitor.get('/import')).status).toBe(200)
  })
})
