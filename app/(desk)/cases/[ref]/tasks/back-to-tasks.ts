/** Where a deed on a task leads: to the list of the file's tasks that now shows it. */
export const backToTasks =
  (section: 'open' | 'closed') =>
  ({ ref }: { ref: string }): string =>
    `/cases/${ref}/tasks?saved=${section}#${section}`
