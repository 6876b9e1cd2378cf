/** Where a deed on a file leads: the part of its page that now shows what was done. */
export const backTo =
  (section: string) =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}?saved=${section}#${section}`

/** What was only proposed is shown where it waits for its decision. */
export const afterRecording = ({ ref, proposed }: { ref: string; proposed: boolean }): string =>
  proposed ? `/cases/${ref}/situation?saved=proposals#proposals` : backTo('situations')({ ref })
