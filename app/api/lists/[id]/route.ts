import { download } from '@/app/download'
import { comesFromHere } from '@/app/session'
import { ListExportQuery, exportedList, exportedRows, readListExport, readRowsExport } from '@/db/lists/export-list'
import { statuses } from '@/lib/refusal'

type Context = { params: Promise<{ id: string }> }

/** The file of a list whose export is on record: access is asked again, and every line is read as the person. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return download(ListExportQuery, readListExport, {
    params: await params,
    chunks: exportedList,
    name: () => 'vigil-cases.csv',
  })
}

/** The files of that list with their names, which no link and nothing that looks ahead of a reader may fetch. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  if (!(await comesFromHere())) return new Response(null, { status: statuses.forged })
  return download(ListExportQuery, readRowsExport, {
    params: await params,
    chunks: exportedRows,
    name: () => 'vigil-list.csv',
  })
}
