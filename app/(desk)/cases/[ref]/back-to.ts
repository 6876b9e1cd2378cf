/** Where a deed on a file leads: the part of its page that now shows what was done. */
export const backTo =
  (section: string) =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}#${section}`
