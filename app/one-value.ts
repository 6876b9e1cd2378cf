/** What an address says of one thing; said twice it is not said. */
export const oneValue = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
