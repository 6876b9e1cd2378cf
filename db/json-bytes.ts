import { z } from 'zod'

/** What PostgreSQL writes into JSON for bytes: `\x` and hexadecimal digits. */
export const jsonBytes = z.string().transform((hex) => Buffer.from(hex.slice(2), 'hex'))

/** What it writes for an instant: ISO 8601 with its offset. */
export const jsonInstant = z.string().transform((iso) => new Date(iso))
