/** A date without the words around it, and what those words said. */
export type Trimmed = {
  text: string
  approximate: boolean
  uncertain: boolean
  weekday?: number
  unspecified: { month?: 'XX'; day?: 'XX' }
}

type Said = Partial<Omit<Trimmed, 'text'>>

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const hangulWeekdays = '일월화수목금토'

const wrappings: [RegExp, Said][] = [
  [
    /^(?:about|around|circa|ca?\.(?= ?\d)|c(?=\d{4})|c(?= \d)|ca(?= \d)|approx\.?|approximately|roughly|near|약|대략) ?/,
    { approximate: true },
  ],
  [/(?: or so| ?\(approx(?:imate|\.)?\)| ?(?:경|쯤|즈음|무렵|께))$/, { approximate: true }],
  [/^(?:perhaps|maybe|possibly|probably|아마도?) /, { uncertain: true }],
  [/ ?(?:\?|\(\?\)|\(uncertain\)|\((?:불확실|추정)\))$/, { uncertain: true }],
  [/(?:,? ?\((?:month and day unknown|월·일 모름)\))$/, { unspecified: { month: 'XX', day: 'XX' } }],
  [/(?:,? ?\((?:month unknown|월 모름)\))$/, { unspecified: { month: 'XX' } }],
  [/(?:,? ?\((?:day unknown|일 모름)\))$/, { unspecified: { day: 'XX' } }],
  [/^(?:early|late|mid|middle of|(?:the )?(?:beginning|start|end) of)[ -](?:the )?/, {}],
  [/(?<=[년월대]) ?(?:초순|중순|하순|상순|초반|중반|후반|초|말|중|안)$/, {}],
  [/^(?:some ?time )?(?:in|on|at|during) (?=\S)/, {}],
  [/^(?:the )?(?:year|month of|night of|evening of|morning of|afternoon of) /, {}],
  [/^the (?=\d)/, {}],
  [/^(?:night|evening|morning|afternoon),? (?=\S)/, {}],
  [/(?<=\S),? (?:at )?(?:night|evening|morning|afternoon)$/, {}],
  [/(?<=[일제늘레]) ?(?:밤|새벽|아침|저녁|오전|오후|낮)$/, {}],
  [/(?<=[가-힣])에$/, {}],
  [/[,]$/, {}],
]
const weekdayBefore = /^(?:on )?(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|r|rs|rsday|urday)?\.?,? (?=\S)/
const weekdayAfter = /(?<=\d),? \(?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\)?$/
const hangulWeekday = /(?<=[\d일.]) ?(?:\(([일월화수목금토])(?:요일)?\)|([일월화수목금토])요일)$/

/** Takes the words that qualify or merely surround one date off a plainly spelled text. */
export function trimmed(text: string): Trimmed {
  let rest: Trimmed = { text, approximate: false, uncertain: false, unspecified: {} }
  for (let step = unwrapped(rest); step !== undefined; step = unwrapped(rest)) rest = step
  return rest
}

function unwrapped(side: Trimmed): Trimmed | undefined {
  for (const [wrapping, said] of wrappings) {
    const text = side.text.replace(wrapping, '').trim()
    if (text !== side.text && text !== '') return { ...side, ...said, text }
  }
  const named = weekdayBefore.exec(side.text) ?? weekdayAfter.exec(side.text)
  const found = named ?? hangulWeekday.exec(side.text)
  if (!found) return undefined
  const word = found[1] ?? found[2] ?? ''
  const weekday = named ? weekdays.indexOf(word) : hangulWeekdays.indexOf(word)
  return { ...side, weekday, text: side.text.replace(found[0], '').trim() }
}
