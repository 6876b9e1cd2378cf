import { upload } from '@/app/upload'
import { takeList } from '@/db/imports/take-list'

/** A list sent from the page of imports. */
export function POST(request: Request): Promise<Response> {
  return upload(request, {
    deed: 'import.begin',
    take: async (acts, file) => `/import/${await takeList(acts, file)}`,
    refused: (problem) => `/import?problem=${problem}`,
  })
}
