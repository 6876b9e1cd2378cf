import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, foreignKey, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/** Raw bytes in clear: tags, hashes and wrapped keys. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** Bytes that only the vault reads; every such column is a field of lib/vault/fields.ts. */
export const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const rowId = () => uuid('id').primaryKey()

/** Stands beside a row's primary key, so that a child can say of which file its parent is. */
export const ofItsFile = (name: string, row: { id: AnyPgColumn; caseId: AnyPgColumn }) =>
  unique(`${name}_of_file`).on(...pair(row.id, row.caseId))

/** A child hangs on a parent of its own file: one of another file is refused by the database itself. */
export const sameFile = (
  name: string,
  child: { of: AnyPgColumn; caseId: AnyPgColumn },
  parent: { id: AnyPgColumn; caseId: AnyPgColumn },
) =>
  foreignKey({
    name: `${name}_of_same_file`,
    columns: pair(child.of, child.caseId),
    foreignColumns: pair(parent.id, parent.caseId),
  })

const pair = (a: AnyPgColumn, b: AnyPgColumn): [AnyPgColumn, AnyPgColumn] => [a, b]

/** A list code is text with a check: an enum's `=` would keep row security from its index. */
export const oneOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(`${name}_known`, sql`${column} in (${sql.raw(list.map((word) => `'${word}'`).join(', '))})`)
