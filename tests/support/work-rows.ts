import { randomUUID } from 'node:crypto'
import { findFile } from '@/db/cases/find-file'
import { drafts } from '@/db/schema'
import type { SceneFile } from './scene'
import type { World } from './world'

/** A row in every table about the work on a file, for tests that ask who sees it; nothing in them can be opened. */
export async function workRows(world: World, file: SceneFile): Promise<void> {
  const { sql } = world.owner
  const { id, owner, source, subject, caller } = file
  const [me, sealed, row] = [owner.id, Buffer.alloc(64, 1), () => randomUUID()]
  const by = sql`${me}, now()`
  const comment = row()
  const [claim] = await sql<{ id: string }[]>`select id from claim where case_id = ${id} limit 1`
  await sql`insert into task (id, case_id, team_id, kind, due_at, about_id, recorded_at) values (${row()}, ${id}, ${file.teamId}, 'consent', now(), ${id}, now())`
  await sql`insert into flag (id, case_id, reason, recorded_by, recorded_at) values (${row()}, ${id}, ${sealed}, ${by})`
  await sql`insert into comment (id, case_id, text, recorded_by, recorded_at) values (${comment}, ${id}, ${sealed}, ${by})`
  await sql`insert into mention (comment_id, case_id, user_id) values (${comment}, ${id}, ${me})`
  await sql`insert into follow (user_id, case_id, since) values (${me}, ${id}, now())`
  await sql`insert into handover (id, case_id, from_user, to_user, briefing, recorded_by, recorded_at) values (${row()}, ${id}, ${me}, ${me}, ${sealed}, ${by})`
  await sql`insert into referral (id, case_id, from_team, to_team, reason, recorded_by, recorded_at) values (${row()}, ${id}, ${file.teamId}, ${world.south}, ${sealed}, ${by})`
  await sql`insert into glass_break (id, case_id, user_id, reason, at, until, review_due) values (${row()}, ${id}, ${me}, ${sealed}, now(), now(), now())`
  await sql`insert into glass_hint (id, session_id, case_id, until) values (${row()}, ${owner.sessionId}, ${id}, now() + interval '1 hour')`
  await sql`insert into proposal (id, case_id, kind, proposed_by, proposed_at) values (${row()}, ${id}, 'missing', ${by})`
  await sql`insert into workflow_step (id, case_id, from_workflow, to_workflow, recorded_by, recorded_at) values (${row()}, ${id}, 'intake', 'active', ${by})`
  await sql`insert into risk_factor (id, case_id, factor, recorded_by, recorded_at) values (${row()}, ${id}, 'pregnant', ${by})`
  await sql`insert into risk_override (id, case_id, risk, reason, until, recorded_by, recorded_at) values (${row()}, ${id}, 'R4', ${sealed}, now(), ${by})`
  await aDraft(world, file)
  await sql`insert into intake_answer (id, case_id, question, state, recorded_by, recorded_at) values (${row()}, ${id}, 'route', 'not_asked', ${by})`
  await sql`insert into likeness_answer (id, case_id, person_id, for_case_id, answer, recorded_by, recorded_at) values (${row()}, ${id}, ${subject}, ${id}, 'unsure', ${by})`
  await sql`insert into consent (id, case_id, given_by, capacity, scope, decision, method, at, recorded_by, recorded_at) values (${row()}, ${id}, ${caller}, 'SELF', 'CASEWORK', 'granted', 'voice', ${sealed}, ${by})`
  await sql`insert into sign_of_life (id, case_id, person_id, kind, source_id, claim_id, distance, reliability, credibility, at, recorded_by, recorded_at)
            values (${row()}, ${id}, ${subject}, 'call', ${source}, ${claim?.id ?? ''}, 'unknown', 'F', '6', ${sealed}, ${by})`
}

/** A draft of the interview that its author has not touched in any session yet. */
const aDraft = (world: World, { ref, owner }: SceneFile) =>
  world.as(owner, async (ctx) => {
    const [id, { id: caseId }] = [randomUUID(), await findFile(ctx, ref, 'draft:write')]
    const typed = ctx.vault.seal(
      'draft.typed',
      { caseId, rowId: id },
      JSON.stringify({ page: id, fields: { route: 'over the river' } }),
    )
    const row = { id, caseId, kind: 'interview', authorId: owner.id, typed, startedAt: ctx.now, savedAt: ctx.now }
    await ctx.db.insert(drafts).values(row)
  })
