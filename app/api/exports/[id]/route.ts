import { download } from '@/app/download'
import { exportedLog } from '@/db/log/export-log'
import { exportedRecords } from '@/db/log/export-records'
import { ExportQuery, readExport } from '@/db/log/read-export'

type Context = { params: Promise<{ id: string }> }

/** The file of an export on record: access is asked again, and every byte is read as the person. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return download(ExportQuery, readExport, {
    params: await params,
    chunks: (ctx, asked) => (asked.kind === 'entries' ? exportedLog(ctx, asked) : exportedRecords(ctx, asked)),
    name: ({ kind, format }) => `vigil-${kind}.${format}`,
  })
}
