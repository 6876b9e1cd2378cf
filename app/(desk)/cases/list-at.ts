/** The page of a list. */
export const listAt = ({ list }: { list: string }): string => (list === '' ? '/cases' : `/cases?${list}`)

type Exported = { list: string; shape: string; contacts: boolean }

/** The same page with the way to an export that now stands on record. */
export function exportedAt({ list, shape, contacts }: Exported, id: string): string {
  const query = new URLSearchParams(list)
  if (shape === 'rows') query.set('shape', shape)
  if (contacts) query.set('contacts', 'on')
  query.set('ready', id)
  return `/cases?${query.toString()}#export`
}
