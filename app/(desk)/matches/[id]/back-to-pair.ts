/** Where a decision leads: to what now stands of it. */
export const backToPair = ({ id }: { id: string }): string => `/matches/${id}#decisions`
