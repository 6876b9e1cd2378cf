import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { exportLines } from '@/lib/log/export-lines'
import type { ExportLog } from '@/lib/log/forms'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { inBatches } from './in-batches'
import { assertExports } from './log-conditions'

/** A combination of situation, province, sex and age that fewer records share than this tells who it is (k-anonymity, Sweeney 2002). */
export const sharedMin = 5

const columns = [
  'pseudonym',
  'team_id',
  'workflow',
  'confidentiality',
  'situation',
  'situation_month',
  'reliability',
  'credibility',
  'risk',
  'province',
  'sex',
  'age_band',
  'opened_month',
] as const

const cell = z.string().nullable()
const Row = z.object(Object.fromEntries(columns.map((name) => [name, cell])))

const exported = sql`
  select pseudonym, team_id, workflow, confidentiality, situation, situation_month, reliability, credibility, risk,
         case when shared >= ${sharedMin}::integer then province end as province,
         case when shared >= ${sharedMin}::integer then sex end as sex,
         case when shared >= ${sharedMin}::integer then age_band end as age_band,
         to_char(opened_month, 'YYYY-MM') as opened_month
    from (select *, count(*) over (partition by situation, province, sex, age_band) as shared
            from record_pseudonymised) as counted
   order by pseudonym`

/** Puts the export on record, with its reason; to be committed before `exportedRecords` gives the first byte. */
export const exportRecords = verb('record.export', async (ctx: Ctx, input: ExportLog): Promise<ExportLog> => {
  assertExports(ctx, 'record:read-pseudonymised')
  const { format, reason } = input
  await record(ctx, 'record.export', { details: { format, reason } })
  return { ...input, kind: 'records' }
})

/** Every record under its pseudonym as lines of a file, in the order of the pseudonyms, a batch at a time. */
export async function* exportedRecords(ctx: Ctx, input: ExportLog): AsyncGenerator<string> {
  assertExports(ctx, 'record:read-pseudonymised')
  const { opening, line } = exportLines(input.format, columns)
  yield opening
  for await (const batch of inBatches(ctx, exported)) {
    const rows = z.array(Row).parse(batch)
    yield rows.map((row) => line(columns.map((name) => row[name] ?? null))).join('')
  }
}
