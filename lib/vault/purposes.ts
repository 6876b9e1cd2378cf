/** What the columns that stand in clear are for: one sentence for each purpose, shared by the tables. */
export const purposes = {
  own: 'random id of the row, drawn by the application: tells neither order nor volume',
  link: 'id of another row, by which rows are joined and reach is decided',
  staff: 'id of the account that did it: every deed has its author',
  code: 'a word of a list in lib, checked there: it is filtered and counted, and says nothing that is typed',
  count: 'a number that is counted up: stale saves, retries and places in a sequence are found by it',
  system: 'instant at which the system did something: clocks, order and end dates',
  tag: 'keyed tag (HMAC): equality without opening',
  hash: 'hash of a random secret or of sealed rows: is compared, tells nothing',
  wrapped: 'a key, wrapped by an epoch key that lives outside the database',
  epoch: 'number of the epoch key that wraps it',
  month: 'month of a date whose day is sealed: lists and counts',
  due: 'due date: a clock',
  province: 'first-level unit of a place whose name is sealed: lists and counts',
} as const
