/** Further than this the homes do not count pairs. */
export const pairsMax = 100

/** Of a whole house's undecided pairs the likeliest so many are looked at for a home. */
export const pairsLookedMax = 5 * pairsMax
