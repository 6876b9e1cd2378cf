import { database } from '../../database'

export type File = {
  ref: string
  situation: string
  risk: string
  grade: string
  silent_since: string
  review_due: string | null
  worker: string
  alive: string | null
  confidentiality: string
  workflow: string
  people: { id: string; role: string; sex: string; birth: string | null }[]
  names: { id: string; person_id: string; text: string }[]
  sources: { code: string; type: string; distance: string; reliability: string; connection: string | null }[]
  channels: { id: string; kind: string; state: string }[]
  entries: {
    id: string
    situation: string
    valid: string | null
    place: string
    province: string
    grade: string
    note: string | null
    recorded_by: string
    recorded_at: string
  }[]
}

/** A file and all that hangs on it, in one statement. */
export async function readFile(ref: string): Promise<File> {
  const [file] = await database()<File[]>`
    select f.ref, f.situation, f.risk, f.grade, f.silent_since::text, f.review_due::text, f.worker, f.alive, f.confidentiality, f.workflow,
      (select coalesce(json_agg(p), '[]') from person p where p.file_id = f.id) as people,
      (select coalesce(json_agg(n), '[]') from person_name n where n.file_id = f.id) as names,
      (select coalesce(json_agg(s), '[]') from source s where s.file_id = f.id) as sources,
      (select coalesce(json_agg(c), '[]') from channel c where c.file_id = f.id) as channels,
      (select coalesce(json_agg(e), '[]')
         from (select * from entry where file_id = f.id order by recorded_at desc, id desc) e) as entries
      from file f where f.ref = ${ref}`
  if (!file) throw new Error('no such file')
  return file
}
