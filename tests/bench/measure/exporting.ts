import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import type { Connection } from '@/lib/database-url'
import type { Client } from '../http/client'
import { hiddenFields, multipart, post } from '../http/plain-form'
import { type Row, atMost } from '../report'

const copied = `
  select f.situation, f.province, p.sex, p.birth, n.texts[1], n.texts[2], e.valid, e.place, e.note, s.type, s.distance, s.connection, i.name
    from file f join person p on p.file_id = f.id and p.role = 'subject'
    cross join lateral (select array_agg(x.text order by x.id) as texts from person_name x where x.file_id = f.id and x.person_id = p.id) n
    left join lateral (select x.* from entry x where x.file_id = f.id order by x.recorded_at desc, x.id desc limit 1) e on true
    left join lateral (select x.* from basis b join claim c on c.id = b.claim_id join source x on x.id = c.source_id where b.entry_id = e.id limit 1) s on true
    left join source_identity i on i.source_id = s.id
   order by f.id`

/** The same facts in clear, in tables of the floor with their indexes, as many files as the export has. */
const fill = (files: number) => `
  insert into file select gen_random_uuid(), 'X-' || n, 'DET_TRANSIT', 'R4', 'F6', 'CN-JL', now(), now(), 'w', 'assigned', 'active' from generate_series(1, ${files}) n;
  insert into person select gen_random_uuid(), id, 'subject', 'F', '1987-03' from file;
  insert into person_name select gen_random_uuid(), file_id, id, t, 'Latn' from person, unnest(array['김철옥', 'Kim Cheol-ok']) t;
  insert into source select gen_random_uuid(), id, 'SRC-1', 'RELATIVE_RELAY', 'F', 'second_hand', 'her sister' from file;
  insert into entry select gen_random_uuid(), id, 'DET_TRANSIT', '2023-04', 'Helong', 'CN-JL', 'F6', repeat('She rang on the evening before. ', 5), 'w', now() from file;
  insert into claim select gen_random_uuid(), s.file_id, s.id, 'situation', 'DET_TRANSIT' from source s;
  insert into basis select e.id, c.id from entry e join claim c on c.file_id = e.file_id;
  create index if not exists basis_entry on basis (entry_id); analyze`

const turns = 3
const median = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? NaN

/** One sample of how long COPY takes to tell so many rows, in milliseconds a row. */
async function copy(sql: postgres.Sql, files: number): Promise<number> {
  const from = performance.now()
  const stream = await sql.unsafe(`copy (${copied}) to stdout`).readable()
  let bytes = 0
  for await (const part of stream) bytes += Buffer.from(part).length
  if (bytes < files) throw new Error('COPY told nothing')
  return (performance.now() - from) / files
}

const peakMegabytes = (pid: number | undefined) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** The export of everything within a coordinator's reach: asked for with a reason, then taken by a post. */
async function take(client: Client): Promise<{ files: number; perRow: number }> {
  const page = await client.page('/cases?panel=export')
  const form = multipart([...hiddenFields(page, 'export-list'), ['shape', 'rows'], ['reason', 'for the bench']])
  const { headers } = await post(client, '/cases?panel=export', form)
  const id = /ready=([0-9a-f-]{36})/.exec(headers.location ?? '')?.[1]
  if (!id) throw new Error('no export was ready')
  const from = performance.now()
  const { status, body } = await post(client, `/api/lists/${id}`, multipart([]))
  const seconds = (performance.now() - from) / 1000
  const files = body.toString('utf8').split('\r\n').length - 3
  if (status !== 200 || files < 1) throw new Error(`no list was taken: ${status}`)
  return { files, perRow: (seconds * 1000) / files }
}

export type Exporting = { coordinator: Client; pid: number | undefined; floor: Connection }

/** Rows of the export beside COPY of as many rows, in turn; the floor has the facts in clear, in tables like ours. */
export async function measureExporting({ coordinator, pid, floor }: Exporting): Promise<Row[]> {
  const sql = postgres({ ...floor, max: 1, onnotice: () => undefined })
  try {
    const { files } = await take(coordinator)
    await sql.unsafe(fill(files))
    const [ours, theirs] = [new Array<number>(), new Array<number>()]
    for (let turn = 0; turn < turns; turn++) {
      theirs.push(await copy(sql, files))
      ours.push((await take(coordinator)).perRow)
    }
    const [perRow, floorPerRow] = [median(ours) * 1000, median(theirs) * 1000]
    process.stdout.write(`${files} files exported, ${Math.round(1_000_000 / perRow)} a second\n`)
    return [
      atMost('an export with names, a row', {
        ours: perRow,
        floor: floorPerRow,
        budget: 4.5 * floorPerRow,
        unit: 'µs',
      }),
      atMost('… memory of the server, peak', { ours: peakMegabytes(pid), budget: 500, unit: 'MB' }),
    ]
  } finally {
    await sql.end()
  }
}
