import { z } from 'zod'
import { nameReasons } from '@/lib/names/explain'
import { clauseSteps, hitKinds, wordBranches } from './kinds'

const Clause = z.object({ step: z.enum(['first', ...clauseSteps]), text: z.string() })
export type Clause = z.infer<typeof Clause>

/** Where a look through files, the last changed first, goes on. */
const SearchPlace = z.object({ at: z.string(), id: z.string() })
export type SearchPlace = z.infer<typeof SearchPlace>

const Filters = z.object({
  kind: z.enum(hitKinds).optional(),
  situation: z.string().optional(),
  risk: z.string().optional(),
  team: z.enum(['own', 'other']).optional(),
  assignee: z.string().optional(),
  year: z.string().optional(),
})
export type SearchFilters = z.infer<typeof Filters>

/** What was asked, as it is sealed: the words of each step, the filters, and the place from which older notes are looked through. */
export const SearchTerms = z.object({
  clauses: z.array(Clause).min(1),
  filters: Filters,
  after: SearchPlace.nullish(),
})
export type SearchTerms = z.infer<typeof SearchTerms>

const Hit = z.object({
  kind: z.enum(hitKinds),
  caseId: z.string(),
  /** The record whose words agree, or the name that does. */
  rowId: z.string().optional(),
  personId: z.string().optional(),
  branch: z.enum(wordBranches).optional(),
  reasons: z.array(z.enum(nameReasons)).optional(),
  score: z.number(),
})
export type Hit = z.infer<typeof Hit>

const Looked = z.object({ files: z.number(), until: z.string().nullable(), next: SearchPlace.nullable() })
export type Looked = z.infer<typeof Looked>

/** What was found, as it is sealed: ids and codes alone, but for the teams that may hold a file out of reach. */
export const Findings = z.object({
  hits: z.array(Hit),
  teams: z.array(z.object({ name: z.string(), hint: z.string() })),
  /** How far notes were looked through; null where they were not. */
  looked: Looked.nullable(),
  /** Whether more people bear such a name than were looked at. */
  crowded: z.boolean().default(false),
  /** Whether more files lie in the province of a town than were looked at for its name. */
  townCut: z.boolean().default(false),
})
export type Findings = z.infer<typeof Findings>
