/** Further than this the homes do not count pairs: as many are said to be so many or more. */
export const pairsMax = 100
