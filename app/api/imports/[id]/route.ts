import { download } from '@/app/download'
import { leftLines, takeLeft } from '@/db/imports/take-left'
import { ImportQuery } from '@/lib/imports/forms'

type Context = { params: Promise<{ id: string }> }

/** The rows that an import left out. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return download(ImportQuery, takeLeft, {
    params: await params,
    chunks: leftLines,
    name: () => 'vigil-left-rows.csv',
  })
}
