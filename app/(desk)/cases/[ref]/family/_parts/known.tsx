import { type Tile, Tiles } from '@/app/ui/tiles'
import { label, words } from '@/app/words'
import { type Part, dateText, namesIn, placeText } from './part'

/** What a date rests on: a sign of life, a contact, or an entry of the situation. */
function restsOn(part: Part): string | undefined {
  const { view, standing } = part
  const { alive } = view.known
  if (!alive) return undefined
  const sign = view.signs.find(({ id }) => id === alive.id)
  const t = words(standing.look.locale)
  return sign ? label(standing.look.locale, 'signsOfLife', sign.kind) : t(`family.from.${alive.kind}`)
}

function silenceTile(part: Part): Tile {
  const { clock } = part.view.known
  const t = words(part.standing.look.locale)
  const { daysSilent, limitDays, daysLeft, isOver } = clock
  const note =
    limitDays === null
      ? t('family.noSilenceClock')
      : isOver
        ? t('family.silenceOver', { limit: limitDays, days: daysSilent - limitDays })
        : t('family.silenceLeft', { limit: limitDays, days: daysLeft ?? 0 })
  return { label: t('caseFile.silentFor'), value: t('cases.days', { days: daysSilent }), note, urgent: isOver }
}

/** Alive, where, in touch, silent, reachable: derived, and never typed in. */
export function Known(part: Part) {
  const { view, standing } = part
  const t = words(standing.look.locale)
  const { alive, place, contact } = view.known
  const names = namesIn(part)
  const whom = view.log.find(({ id }) => id === contact?.id)?.personId
  const usable = view.channels.filter(({ isFrozen, state }) => !isFrozen && state !== 'lost').length
  const tiles: Tile[] = [
    {
      label: t('caseFile.lastAlive'),
      value: alive?.date ? dateText(alive.date, part) : t('caseFile.unknown'),
      note: restsOn(part),
    },
    {
      label: t('family.lastPlace'),
      value: place ? placeText(place, part) : t('caseFile.unknown'),
      note: place?.date ? dateText(place.date, part) : undefined,
    },
    {
      label: t('family.lastContact'),
      value: contact?.date ? dateText(contact.date, part) : t('caseFile.never'),
      note: whom && names.get(whom),
    },
    silenceTile(part),
    {
      label: t('family.channels'),
      value: t('family.usable', { usable, all: view.channels.length }),
      urgent: usable === 0 && view.channels.length > 0,
    },
  ]
  return <Tiles label={t('family.known')} tiles={tiles} />
}
