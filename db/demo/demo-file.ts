import type { OpenCase } from '@/lib/cases/forms'
import type { RecordSignOfLife } from '@/lib/contacts/forms'
import type { AddName, AddPerson, RecordContact } from '@/lib/people/forms'
import type { OverrideRisk } from '@/lib/risk/forms'
import type { RecordSituation } from '@/lib/situations/forms'
import type { AddSource } from '@/lib/sources/forms'

type Typed<Form> = { [Field in keyof Form]?: string }

/** Who does a deed: whoever holds the file, the coordinator of its team, or another caseworker of it. */
export type Doer = 'worker' | 'coordinator' | 'colleague'

/** Sources and entries are named by their place in the file, the first being 0. */
export type DemoDeed =
  | { does: 'record'; typed: Typed<RecordSituation>; source?: number; corrects?: number }
  | { does: 'call'; typed: Typed<RecordContact> }
  | { does: 'sign'; typed: Typed<RecordSignOfLife>; heard: { daysBefore: number; precision: 'day' | 'month' } }
  | { does: 'add-factor'; factor: string }
  | { does: 'override-risk'; typed: Typed<OverrideRisk> }
  | { does: 'add-source'; typed: Typed<AddSource> }
  | { does: 'add-name'; typed: Typed<AddName> }
  | { does: 'add-relative'; typed: Typed<AddPerson>; type: string }
  | { does: 'relate-caller'; type: string }
  | { does: 'comment'; text: string; mentions?: Doer }
  | { does: 'flag'; reason: string }
  | { does: 'lower-flag'; reason: string }
  | { does: 'add-task'; title: string; dueInDays: number }
  | { does: 'close-task'; kind: 'hand' | 'review'; outcome: 'done' | 'dropped'; note?: string }
  | { does: 'hand-over'; to: Doer; briefing: string }
  | { does: 'consent'; from: 'caller' | 'subject'; typed: Record<string, string> }
  | { does: 'refer'; reason: string }
  | { does: 'set-confidentiality'; to: 'team' | 'named' }
  | { does: 'close'; reason: string; note: string }
  | { does: 'approve' }
  | { does: 'reopen'; reason: string; note: string }
  | { does: 'monitor' }

export type DemoEvent = DemoDeed & { daysAgo: number; by?: Doer }

/** What was typed about one file: the intake, then what was done and learnt later, so many days ago. */
export type DemoFile = {
  team: 'first' | 'other'
  /** `colleague` where the other caseworker of the team took the call. */
  opener?: Doer
  daysAgo: number
  intake: Typed<OpenCase>
  sex: 'F' | 'M' | 'U'
  birth?: string
  events: DemoEvent[]
}
