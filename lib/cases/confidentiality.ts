/** Who may reach a file beside its owner and assignees; the later in the list the stricter. */
export const confidentialities = ['team', 'assigned', 'named'] as const
export type Confidentiality = (typeof confidentialities)[number]

export const defaultConfidentiality = 'assigned' satisfies Confidentiality

export function stricterOf(a: Confidentiality, b: Confidentiality): Confidentiality {
  return confidentialities.indexOf(a) > confidentialities.indexOf(b) ? a : b
}
