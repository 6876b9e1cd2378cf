import type { ListFailure } from '@/lib/imports/import-states'

/** A list that cannot be read as a whole, whatever its rows say. */
export class ListUnreadable extends Error {
  constructor(readonly failure: ListFailure) {
    super(failure)
  }
}
