import { randomUUID } from 'node:crypto'
import { database } from '../database'

const rowsOfOneFile = 20

/** Inserts a file with two contacts, and rows beside it until there are as many as Vigil writes; one transaction. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const said = (name: string) => String(form.get(name) ?? '')
  const now = new Date()
  const [id, subject, caller, source, entry] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const ref = `V-${id.slice(0, 13)}`
  const row = {
    id,
    ref,
    situation: said('situation'),
    risk: 'R3',
    grade: 'F6',
    province: said('province'),
    worker: 'nobody',
  }
  const shown = { ...row, silent_since: now, review_due: now }
  const claims = ['situation', 'date', 'place', 'account'].map((predicate) => {
    return { id: randomUUID(), file_id: id, source_id: source, predicate, value: said(predicate) }
  })
  const channels = ['contact', 'second'].map((kind) => ({ id: randomUUID(), kind, value: said(`${kind}Value`) }))
  const beside = Array.from({ length: Math.max(0, Number(process.env.FLOOR_ROWS) - rowsOfOneFile) }, () => {
    return { id: randomUUID(), file_id: id, about: 'opened', at: now }
  })
  await database().begin((sql) => [
    sql`insert into file ${sql({ ...shown, confidentiality: 'assigned', workflow: 'active' })}`,
    sql`insert into listed ${sql({ ...shown, list: 'coordinator', changed_at: now })}`,
    sql`insert into person ${sql([
      { id: subject, file_id: id, role: 'subject', sex: 'U', birth: null },
      { id: caller, file_id: id, role: 'caller', sex: 'U', birth: null },
    ])}`,
    sql`insert into person_name ${sql(
      [said('name'), said('otherName')].map((text) => {
        return { id: randomUUID(), file_id: id, person_id: subject, text, script: 'Hang' }
      }),
    )}`,
    sql`insert into source ${sql({
      ...{ id: source, file_id: id, code: 'SRC-1', type: said('sourceType'), reliability: 'F' },
      ...{ distance: said('distance'), connection: said('connection') },
    })}`,
    sql`insert into claim ${sql(claims)}`,
    sql`insert into entry ${sql({
      ...{
        id: entry,
        file_id: id,
        situation: said('situation'),
        valid: said('when'),
        place: said('place'),
        province: null,
      },
      ...{ grade: 'F6', note: said('account'), recorded_by: 'nobody', recorded_at: now },
    })}`,
    sql`insert into basis ${sql(claims.map((claim) => ({ entry_id: entry, claim_id: claim.id })))}`,
    sql`insert into channel ${sql(
      channels.map((channel) => ({ id: channel.id, file_id: id, person_id: caller, kind: 'phone', state: 'untested' })),
    )}`,
    sql`insert into channel_value ${sql(channels.map(({ id: channelId, value }) => ({ channel_id: channelId, value })))}`,
    ...(beside.length > 0 ? [sql`insert into beside ${sql(beside)}`] : []),
  ])
  return new Response(null, { status: 303, headers: { location: `/cases/${ref}` } })
}
