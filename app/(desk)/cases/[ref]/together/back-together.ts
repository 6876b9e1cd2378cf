/** Where a deed of this page leads: to the part of it that now shows what was done. */
export const backTogether =
  (section: string) =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}/together?saved=${section}#${section}`
