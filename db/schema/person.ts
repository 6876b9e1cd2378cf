import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { scripts } from '../../lib/names/scripts'
import { ageBands } from '../../lib/people/age-band'
import { nameKinds, nameSchemes } from '../../lib/people/names'
import { fates, personRoles, sexes } from '../../lib/people/people'
import { certainties, disclosures, relationships as types } from '../../lib/people/relationships'
import { provinces } from '../../lib/places/provinces'
import { bytes, instant, ofItsFile, oneOf, rowId, sameFile, sealed } from './column'
import { ofFile } from './of-file'
import { policiesOf } from './policy'

export const people = pgTable(
  'person',
  {
    id: rowId(),
    caseId: ofFile(),
    role: text('role').notNull(),
    sex: text('sex').notNull().default('U'),
    birth: sealed('birth'),
    ageBand: text('age_band'),
    fate: text('fate').notNull().default('unknown'),
    whereabouts: sealed('whereabouts'),
    province: text('province'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('person_case').on(t.caseId),
    ofItsFile('person', t),
    uniqueIndex('person_subject')
      .on(t.caseId)
      .where(sql`${t.role} = 'subject'`),
    oneOf('person_role', t.role, personRoles),
    oneOf('person_sex', t.sex, sexes),
    oneOf('person_fate', t.fate, fates),
    oneOf('person_age_band', t.ageBand, ageBands),
    oneOf('person_province', t.province, provinces),
    ...policiesOf('person'),
  ],
)

const ofPerson = () => uuid('person_id').notNull()

export const personNames = pgTable(
  'person_name',
  {
    id: rowId(),
    caseId: ofFile(),
    personId: ofPerson(),
    text: sealed('text').notNull(),
    script: text('script').notNull(),
    kind: text('kind').notNull(),
    scheme: text('scheme').notNull(),
    isPrimary: boolean('is_primary').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('person_name_case').on(t.caseId),
    sameFile('person_name_person', { of: t.personId, caseId: t.caseId }, people),
    uniqueIndex('person_name_primary')
      .on(t.personId, t.script)
      .where(sql`${t.isPrimary}`),
    oneOf('person_name_script', t.script, scripts),
    oneOf('person_name_kind', t.kind, nameKinds),
    oneOf('person_name_scheme', t.scheme, nameSchemes),
    ...policiesOf('person_name'),
  ],
)

export const nameKeys = pgTable(
  'name_key',
  {
    tag: bytes('tag').notNull(),
    caseId: ofFile(),
    personId: ofPerson(),
    kind: text('kind').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tag, t.personId, t.kind] }),
    index('name_key_case').on(t.caseId),
    sameFile('name_key_person', { of: t.personId, caseId: t.caseId }, people),
    index('name_key_person').on(t.personId),
    ...policiesOf('name_key'),
  ],
)

export const relationships = pgTable(
  'relationship',
  {
    id: rowId(),
    caseId: ofFile(),
    fromPerson: uuid('from_person').notNull(),
    toPerson: uuid('to_person').notNull(),
    type: text('type').notNull(),
    certainty: text('certainty').notNull(),
    disclosure: text('disclosure').notNull().default('never'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('relationship_case').on(t.caseId),
    sameFile('relationship_from', { of: t.fromPerson, caseId: t.caseId }, people),
    sameFile('relationship_to', { of: t.toPerson, caseId: t.caseId }, people),
    uniqueIndex('relationship_once').on(t.fromPerson, t.toPerson, t.type),
    index('relationship_to').on(t.toPerson),
    check('relationship_not_self', sql`${t.fromPerson} <> ${t.toPerson}`),
    oneOf('relationship_type', t.type, types),
    oneOf('relationship_certainty', t.certainty, certainties),
    oneOf('relationship_disclosure', t.disclosure, disclosures),
    ...policiesOf('relationship'),
  ],
)
