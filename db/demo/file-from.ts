import { AddPerson, AddRelationship, EditPerson, RecordContact } from '@/lib/people/forms'
import { OpenCase, SetConfidentiality } from '@/lib/cases/forms'
import { RecordSituation } from '@/lib/situations/forms'
import { setConfidentiality } from '../cases/assign-case'
import { openCase } from '../cases/open-case'
import { readCase } from '../cases/read-case'
import { recordContact } from '../contacts/record-contact'
import type { Ctx } from '../ctx'
import { addPerson } from '../people/add-person'
import { addRelationship } from '../people/add-relationship'
import { editPerson } from '../people/edit-person'
import { recordSituation } from '../situations/record-situation'
import type { DemoFile } from './demo-files'

type Acting = <T>(at: Date, run: (ctx: Ctx) => Promise<T>) => Promise<T>

export type Hands = { worker: Acting; coordinator: Acting; before: (days: number) => Date }

async function addRelatives(file: DemoFile, ref: string, { worker, before }: Hands): Promise<void> {
  for (const { role, name, sex, type } of file.relatives ?? []) {
    await worker(before(file.daysAgo), async (ctx) => {
      const known = await readCase(ctx, { ref })
      const ids = new Set(known.people.map((person) => person.id))
      await addPerson(ctx, AddPerson.parse({ ref, role, name, sex }))
      const { people } = await readCase(ctx, { ref })
      const [subject] = people
      const relative = people.find((person) => !ids.has(person.id))
      if (!subject || !relative) return
      const relation = { ref, from: relative.id, to: subject.id, type, certainty: 'stated' }
      await addRelationship(ctx, AddRelationship.parse(relation))
    })
  }
}

async function addWhatWasLearnt(file: DemoFile, ref: string, { worker, coordinator, before }: Hands): Promise<void> {
  for (const { daysAgo, ...entry } of file.later ?? []) {
    const decides = file.team === 'first' && file.confidentiality !== 'named' ? coordinator : worker
    await decides(before(daysAgo), async (ctx) => {
      const { version, sources } = await readCase(ctx, { ref })
      const typed = { ref, version, sourceId: sources[0]?.id, ...entry }
      await recordSituation(ctx, RecordSituation.parse(typed))
    })
  }
}

async function addCalls(file: DemoFile, ref: string, { worker, before }: Hands): Promise<void> {
  for (const { daysAgo, outcome, note } of file.calls ?? []) {
    const at = before(daysAgo)
    await worker(at, async (ctx) => {
      const { people } = await readCase(ctx, { ref })
      const caller = people.find((person) => person.role === 'caller')
      const call = {
        ref,
        personId: caller?.id,
        at: at.toISOString().slice(0, 10),
        direction: 'outgoing',
        outcome,
        note,
      }
      await recordContact(ctx, RecordContact.parse(call))
    })
  }
}

/** One file of the demonstration, typed in by its worker as time went by. */
export async function fileFrom(file: DemoFile, hands: Hands): Promise<void> {
  const { worker, coordinator, before } = hands
  const opened = await worker(before(file.daysAgo), (ctx) =>
    openCase(ctx, OpenCase.parse({ ...file.intake, confirmed: 'on' })),
  )
  if (!opened.opened) return
  const { ref } = opened
  await worker(before(file.daysAgo), async (ctx) => {
    const [subject] = (await readCase(ctx, { ref })).people
    const about = { ref, personId: subject?.id, version: subject?.version, sex: file.sex, birth: file.birth }
    await editPerson(ctx, EditPerson.parse(about))
  })
  await addRelatives(file, ref, hands)
  await addWhatWasLearnt(file, ref, hands)
  await addCalls(file, ref, hands)
  const { confidentiality } = file
  if (confidentiality) {
    const decide = file.team === 'first' ? coordinator : undefined
    await decide?.(before(file.daysAgo - 1), async (ctx) => {
      const { version } = await readCase(ctx, { ref })
      await setConfidentiality(ctx, SetConfidentiality.parse({ ref, version, confidentiality }))
    })
  }
}
