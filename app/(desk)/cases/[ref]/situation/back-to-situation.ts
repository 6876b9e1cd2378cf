/** Where a decision on a file leads: the part of its situation page that now shows it. */
export const backToSituation =
  (section: string) =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}/situation?saved=${section}#${section}`
