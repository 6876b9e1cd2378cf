import { v7 } from 'uuid'

/** An id of a record. It begins with the time (RFC 9562), so that what is written together stands together in every index. */
export const newId = (): string => v7()
