import { currentLook } from '@/app/look'
import { csvOpening, csvRow } from '@/lib/csv'
import { templateHeadings } from '@/lib/imports/left'

/** An empty list to fill in, its headings in the reader's language; it says nothing of anybody. */
export async function GET(): Promise<Response> {
  const { locale } = await currentLook()
  return new Response(csvOpening + csvRow(templateHeadings(locale)), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="vigil-list.csv"',
    },
  })
}
