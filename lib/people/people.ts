/** What a person is in a file; exactly one is its subject. */
export const personRoles = ['subject', 'relative', 'caller', 'co_detainee', 'other'] as const
export type PersonRole = (typeof personRoles)[number]

/** Female, male, neither, not known. */
export const sexes = ['F', 'M', 'X', 'U'] as const
export type Sex = (typeof sexes)[number]

/** Alive or dead, apart from where the person is; a missing person is `unknown`, never taken for dead. */
export const fates = ['alive', 'dead', 'unknown'] as const
export type Fate = (typeof fates)[number]
