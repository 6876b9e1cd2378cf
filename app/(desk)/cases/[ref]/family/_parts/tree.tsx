import { label, words } from '@/app/words'
import { boxHeight, boxWidth, familyTree } from '@/lib/people/family-tree'
import { relationTo } from '@/lib/people/generations'
import { relationships as types } from '@/lib/people/relationships'
import { type Part, namesIn } from './part'

const textWidth = boxWidth - 20
const wide = 13
const narrow = 7.5

/** As much of a name as a box has room for; the whole stands in its title and in the table. */
function fitted(name: string): string {
  let room = textWidth
  const shown = [...name].filter((character) => (room -= character >= '\u1100' ? wide : narrow) > 0)
  return shown.length < [...name].length ? `${shown.slice(0, -1).join('')}…` : name
}

const pathOf = (corners: readonly [number, number][]): string =>
  corners.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')

/** The family around the subject, drawn; the same stands in words in the table below. */
export function Tree(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const subject = view.people.find(({ role }) => role === 'subject')
  if (!subject) return null
  const names = namesIn(part)
  const relations = view.relationships.map(({ fromPerson: from, toPerson: to, type }) => ({
    from,
    to,
    type: types.find((code) => code === type) ?? ('OTHER_RELATIVE' as const),
  }))
  const { width, height, boxes, lines, undrawn } = familyTree(subject.id, relations)
  const isTo = (id: string) => {
    const type = relationTo(subject.id, id, relations)
    return id === subject.id ? t('family.subject') : type ? label(locale, 'relationships', type) : t('family.kin')
  }
  return (
    <figure className="tree">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
      <div className="scroll" role="region" aria-label={t('family.tree')} tabIndex={0}>
        <svg
          width={width + 4}
          height={height}
          viewBox={`-2 0 ${width + 4} ${height}`}
          role="img"
          aria-labelledby="tree-title tree-desc"
        >
          <title id="tree-title">{t('family.tree')}</title>
          <desc id="tree-desc">{t('family.treeDesc', { people: boxes.length })}</desc>
          {lines.map(({ kind, index, corners }) => (
            <path
              key={index}
              className={`tie ${kind} ${view.relationships[index]?.certainty ?? ''}`}
              d={pathOf(corners)}
            />
          ))}
          {boxes.map(({ id, x, y }) => (
            <g key={id} className={id === subject.id ? 'kin subject' : 'kin'}>
              <title>{names.get(id)}</title>
              <rect x={x} y={y} width={boxWidth} height={boxHeight} rx={8} />
              <text x={x + 10} y={y + 24}>
                {fitted(names.get(id) ?? '—')}
              </text>
              <text className="is" x={x + 10} y={y + 43}>
                {fitted(isTo(id))}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        {t('family.legend')} {undrawn.length > 0 && t('family.undrawn', { count: undrawn.length })}
      </figcaption>
    </figure>
  )
}
