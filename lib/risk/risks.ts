/** R4 critical, R3 high, R2 elevated, R1 base, R0 low. */
export const risks = ['R0', 'R1', 'R2', 'R3', 'R4'] as const
export type Risk = (typeof risks)[number]
