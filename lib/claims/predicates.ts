/** What a claim can be about. The value of each is sealed text: a code, an EDTF date, words. */
export const predicates = ['name', 'situation', 'date', 'place', 'account', 'alive'] as const
export type Predicate = (typeof predicates)[number]
