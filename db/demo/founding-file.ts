import type { DemoFile } from './demo-file'

/** The founding case holds only what the press printed in October 2023. */
export const foundingFile: DemoFile = {
  team: 'first',
  daysAgo: 20,
  sex: 'F',
  intake: {
    name: 'Kim Cheol-ok',
    told: 'Kim Hyuk',
    connection: 'her cousin, in South Korea since 2001; told a news agency',
    sourceType: 'RELATIVE_RELAY',
    distance: 'second_hand',
    situation: 'DET_TRANSIT',
    when: 'April 2023',
    province: 'CN-JL',
    account: 'Caught in Jilin province after 25 years in China. She has a daughter.',
  },
  events: [
    {
      daysAgo: 20,
      does: 'add-relative',
      typed: {
        role: 'relative',
        sex: 'F',
      },
      type: 'CHILD',
    },
    {
      daysAgo: 19,
      does: 'record',
      by: 'coordinator',
      typed: {
        situation: 'IMMINENT_RETURN',
        credibility: '3',
        account: 'Rang her daughter from detention to say that she was to be sent back.',
      },
    },
  ],
}
