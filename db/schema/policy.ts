import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'
import { policies, policyName } from '../../lib/access/policies'

/** The row policies of one table, as lib/access writes them. */
export const policiesOf = (table: string) =>
  policies
    .filter((policy) => policy.table === table)
    .map((policy) =>
      pgPolicy(policyName(policy), {
        for: policy.command,
        to: pgRole(policy.to).existing(),
        ...(policy.using ? { using: sql.raw(policy.using) } : {}),
        ...(policy.check ? { withCheck: sql.raw(policy.check) } : {}),
      }),
    )
