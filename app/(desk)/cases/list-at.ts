/** The page of a list. */
export const listAt = ({ list }: { list: string }): string => (list === '' ? '/cases' : `/cases?${list}`)

/** The same page with the way to an export that now stands on record. */
export function exportedAt({ list }: { list: string }, id: string): string {
  const query = new URLSearchParams(list)
  query.set('ready', id)
  return `/cases?${query.toString()}#export`
}
