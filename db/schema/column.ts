import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Raw bytes in clear: tags, hashes and wrapped keys. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** Bytes that only the vault reads; every such column is a field of lib/vault/fields.ts. */
export const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const rowId = () => uuid('id').primaryKey()
