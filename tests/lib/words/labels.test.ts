import { expect, test } from 'vitest'
import { predicates } from '@/lib/claims/predicates'
import { confidentialities } from '@/lib/cases/confidentiality'
import { proposalKinds } from '@/lib/cases/proposals'
import { workflows } from '@/lib/cases/workflow'
import { noticeKinds } from '@/lib/home/notices'
import { glassFindings, referralDecisions } from '@/lib/together/forms'
import {
  disclosedFields,
  impacts,
  interventionOutcomes,
  interventionStates,
  interventionTypes,
  legalBases,
  mechanisms,
} from '@/lib/interventions/interventions'
import { scripts } from '@/lib/names/scripts'
import { channelKinds, channelStates, contactDirections, contactOutcomes } from '@/lib/people/channels'
import { nameKinds, nameSchemes } from '@/lib/people/names'
import { fates, personRoles, sexes } from '@/lib/people/people'
import { certainties, disclosures, relationships } from '@/lib/people/relationships'
import { risks } from '@/lib/risk/risks'
import { situations } from '@/lib/situations/situations'
import { claimStates, credibilities, distances, reliabilities, sourceTypes, stances } from '@/lib/sources/sources'
import { taskKinds, taskOccasions } from '@/lib/tasks/tasks'
import { timelineKinds } from '@/lib/timeline/kinds'
import en from '@/lib/words/labels.en.json'
import ko from '@/lib/words/labels.ko.json'

const lists: Record<string, readonly string[]> = {
  situations,
  risks,
  workflows,
  confidentialities,
  sourceTypes,
  reliabilities,
  credibilities,
  distances,
  stances,
  claimStates,
  relationships,
  certainties,
  disclosures,
  nameKinds,
  nameSchemes,
  scripts,
  channelKinds,
  channelStates,
  contactDirections,
  contactOutcomes,
  sexes,
  personRoles,
  fates,
  noticeKinds,
  glassFindings,
  referralDecisions,
  timelineKinds,
  predicates,
  interventionTypes,
  mechanisms,
  interventionStates,
  interventionOutcomes,
  impacts,
  disclosedFields,
  legalBases,
  taskKinds,
  taskOccasions,
  proposalKinds,
}

const labels: Record<string, Record<string, Record<string, string>>> = { en, ko }

test.each(Object.entries(lists))(
  'every word of %s has a label in every language, and no label is without a word',
  (name, codes) => {
    for (const [locale, catalogue] of Object.entries(labels)) {
      const words = catalogue[name] ?? {}
      expect(Object.keys(words).sort(), locale).toEqual([...codes].sort())
      expect(new Set(Object.values(words)).size, `two words of ${name} are told apart in ${locale}`).toBe(codes.length)
      for (const word of Object.values(words)) expect(word.trim()).not.toBe('')
    }
  },
)

test('Korean labels are Korean', () => {
  for (const [name, words] of Object.entries(ko)) {
    for (const [code, word] of Object.entries(words)) expect(word, `${name}.${code}`).toMatch(/[가-힣]/)
  }
})
