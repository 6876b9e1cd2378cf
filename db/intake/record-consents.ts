import { admitConsent } from '@/lib/consents/admit-consent'
import { consentScopes } from '@/lib/consents/consents'
import { isFuture } from '@/lib/dates/compare'
import type { RecordConsents } from '@/lib/intake/forms'
import { ageBands } from '@/lib/people/age-band'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { findPerson } from '../people/find-person'
import { consents } from '../schema'
import { followConsents } from '../tasks/follow-consents'
import { findSubject } from './find-subject'
import { settleDraft } from './settle-draft'

const headFields = ['givenBy', 'capacity', 'method', 'at', 'language', 'interpreter', 'limits', 'assent']

/** What was allowed, refused or taken back, a row for each scope that was spoken of; what was not stays as it stood. */
export const recordConsents = verb('consent.record', async (ctx: Ctx, input: RecordConsents) => {
  const file = await findFile(ctx, input.ref, 'consent:record')
  const { givenBy, capacity, method, at, language, interpreter, limits, assent, decisions } = input
  const [caseId, subject] = [file.id, await findSubject(ctx, file.id)]
  await findPerson(ctx, { caseId, personId: givenBy })
  const ageBand = ageBands.find((band) => band === subject.ageBand) ?? null
  const problems = admitConsent({ capacity, assent, isSubject: givenBy === subject.id }, { ageBand })
  if (isFuture(at, ctx.now)) problems['at'] = 'future-date'
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const circumstances = JSON.stringify({ language, interpreter, limits, assent })
  const rows = decisions.map(({ scope, decision }) => {
    const id = newId()
    const place = { caseId, rowId: id }
    return {
      id,
      caseId,
      givenBy,
      capacity,
      scope,
      decision,
      method,
      at: ctx.vault.seal('consent.at', place, at.edtf),
      circumstances: ctx.vault.seal('consent.circumstances', place, circumstances),
      recordedBy: ctx.actor.id,
      recordedAt: ctx.now,
    }
  })
  await ctx.db.insert(consents).values(rows)
  await followConsents(ctx, file, rows)
  const settled = new Set<string>([...headFields, ...consentScopes])
  await settleDraft(ctx, caseId, (field) => settled.has(field))
  const details = { capacity, decisions: decisions.map(({ scope, decision }) => `${scope} ${decision}`) }
  await record(ctx, 'consent.record', { caseId, teamId: file.teamId, objectIds: [givenBy], details })
  return { id: caseId, ref: file.ref }
})
