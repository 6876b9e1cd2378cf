/** By what the files of a team are counted, ahead of being asked. */
export const facets = ['situation', 'risk', 'owner', 'silence', 'review'] as const
export type Facet = (typeof facets)[number]
