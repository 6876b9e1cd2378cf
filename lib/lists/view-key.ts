/** A list's address as a saved view keeps it: what it is narrowed and ordered by, and the columns, each by codes. */
export function partsOfKey(key: string): { filters: string; columns: string } {
  const query = new URLSearchParams(key)
  const columns = query.get('columns') ?? ''
  query.delete('columns')
  return { filters: query.toString(), columns }
}

/** The address again; nothing in it says whose view it is, so it opens with the reach of whoever follows it. */
export function viewKey({ filters, columns }: { filters: string; columns: string }): string {
  const query = new URLSearchParams(filters)
  if (columns !== '') query.set('columns', columns)
  return query.toString()
}
