import { Card } from '@/app/ui/card'
import { Entry, Timeline } from '@/app/ui/entry'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import type { GlassBreak } from '@/db/together/breaks-of'
import { glassFindings } from '@/lib/together/forms'
import { reviewGlassAction } from '../actions'
import type { Part } from './part'
import { Saved } from '../../_parts/saved'

function Review({ view, standing, one }: Part & { one: GlassBreak }) {
  const { locale } = standing.look
  const t = words(locale)
  return (
    <PostForm
      action={reviewGlassAction}
      id={`review-${one.id}`}
      form={standing.form('glass.review')}
      hidden={{ ref: view.head.ref, breakId: one.id, version: String(one.version) }}
      fields={[
        {
          name: 'verdict',
          kind: 'radio',
          label: t('together.verdict'),
          options: optionsOf(locale, 'glassFindings', glassFindings),
          required: true,
        },
        { name: 'finding', kind: 'prose', label: t('together.finding'), required: true, wide: true },
      ]}
      submit={t('together.review')}
      locale={locale}
    />
  )
}

/** Who opened the file in an emergency and why, for the coordinator who reviews it. */
export function GlassBreaks(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  if (view.breaks.length === 0) return null
  return (
    <Card id="glass" title={t('together.glassTitle')}>
      <Saved part={part} of="glass" />
      <Timeline>
        {view.breaks.map((one) => (
          <Entry
            key={one.id}
            when={instantText(one.at, look)}
            span="day"
            title={one.who ?? t('together.colleague')}
            text={one.reason}
            by={
              one.isJustified === null
                ? t('together.glassUntil', { date: instantText(one.until, look) })
                : t(one.isJustified ? 'together.wasJustified' : 'together.wasUnjustified', {
                    finding: one.finding ?? '',
                  })
            }
          >
            {one.isJustified === null && <Review {...part} one={one} />}
          </Entry>
        ))}
      </Timeline>
    </Card>
  )
}
