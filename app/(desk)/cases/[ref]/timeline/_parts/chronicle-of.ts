import { words } from '@/app/words'
import type { readTimeline } from '@/db/timeline/read-timeline'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { byYear } from '@/lib/timeline/by-year'
import { drawnDays } from '@/lib/timeline/drawn-days'
import { timelineKinds } from '@/lib/timeline/kinds'
import { type Scale, placeOn, scaleOf, ticksOf } from '@/lib/timeline/scale'
import { stagger } from '@/lib/timeline/stagger'
import labelsEn from '@/lib/words/labels.en.json'
import labelsKo from '@/lib/words/labels.ko.json'
import type { Locale } from '@/lib/words/locales'
import type { ChronicleProps, Mark } from './chronicle'
import { lineOf } from './line-of'

type Timeline = Awaited<ReturnType<typeof readTimeline>>

const kindLabels = { en: labelsEn.timelineKinds, ko: labelsKo.timelineKinds }

/** Years that fit beside each other without scrolling on a wide screen. */
const yearsAtOnce = 12
const percent = (part: number): number => Math.round(part * 10_000) / 100
/** What is narrower than this part of the scale is drawn as a day. */
const narrowest = 0.01
const rows = 3

type Drawn = { kind: string; days: ReturnType<typeof drawnDays> }

function marksOf(scale: Scale, { drawn, kind }: { drawn: readonly Drawn[]; kind: string }): Mark[] {
  const placed = drawn.flatMap((one, line) => {
    const place = one.kind === kind ? placeOn(scale, one.days) : null
    return place ? [{ line, ...place }] : []
  })
  const inRows = stagger(placed, { rows, width: narrowest })
  return placed.map(({ line, start, end }, n) => {
    const width = end - start < narrowest ? 0 : percent(end - start)
    return [line, percent(Math.min(1 - narrowest, start)), width, inRows[n] ?? 0]
  })
}

const lanesOf = (scale: Scale, drawn: readonly Drawn[]): ChronicleProps['scale']['lanes'] =>
  timelineKinds.flatMap((kind) => {
    const marks = marksOf(scale, { drawn, kind })
    return marks.length > 0 ? [[kind, marks] as const] : []
  })

/** Items under their years and as marks on one scale, in finished words. */
export function chronicleOf({ items, today }: Pick<Timeline, 'items' | 'today'>, locale: Locale): ChronicleProps {
  const t = words(locale)
  const dated = items.map((item) => ({ item, ...item, bounds: item.edtf === null ? null : fromEdtf(item.edtf) }))
  const { years, undated } = byYear(dated)
  const inOrder = [...years.flatMap((year) => year.items), ...undated]
  const drawn = inOrder.map(({ item, bounds }) => ({
    kind: item.kind,
    days: bounds ? drawnDays(bounds, item) : { from: null, to: null },
  }))
  const scale = scaleOf(
    drawn.map(({ days }) => days),
    today,
  )
  const sizes = [...years.map(({ year, items: ofYear }) => [String(year), ofYear.length] as const)]
  if (undated.length > 0) sizes.push([t('timeline.undated'), undated.length])
  const ends = sizes.map((_, n) => sizes.slice(0, n + 1).reduce((sum, [, size]) => sum + size, 0))
  return {
    labels: kindLabels[locale],
    lines: inOrder.map(({ item, bounds }) => lineOf(item, bounds, locale)),
    groups: sizes.map(([heading, size], n) => [heading, (ends[n] ?? 0) - size, ends[n] ?? 0] as const),
    scale: {
      name: t('timeline.scale'),
      title: t('timeline.fromTo', { first: String(scale.first), last: String(scale.last) }),
      about: t('timeline.scaleWhy'),
      isLong: scale.last - scale.first >= yearsAtOnce,
      ticks: ticksOf(scale).map(({ year, at }) => [year, percent(at)] as const),
      lanes: lanesOf(scale, drawn),
    },
  }
}
