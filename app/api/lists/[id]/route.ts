import { download } from '@/app/download'
import { ListExportQuery, exportedList, readListExport } from '@/db/lists/export-list'

type Context = { params: Promise<{ id: string }> }

/** The file of a list whose export is on record: access is asked again, and every line is read as the person. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return download(ListExportQuery, readListExport, {
    params: await params,
    chunks: exportedList,
    name: () => 'vigil-cases.csv',
  })
}
