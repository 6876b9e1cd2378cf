import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { label, words } from '@/app/words'
import type { ProposalView } from '@/db/proposals/list-proposals'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { ProposedOverride } from '@/lib/interventions/forms'
import { inQuotes } from '@/lib/words/in-quotes'
import type { Locale } from '@/lib/words/locales'
import type { Part } from './part'
import { ProposalForms } from './proposal-forms'
import { Saved } from '../../_parts/saved'

export type OfProposal = { part: Part; proposal: ProposalView }

/** What nobody allowed, on what law it is told all the same, and why. */
const overrideText = ({ type, mechanism, scopes, basis, reason }: ProposedOverride, locale: Locale): string =>
  [
    `${label(locale, 'interventionTypes', type)} (${label(locale, 'mechanisms', mechanism)})`,
    scopes.map((scope) => label(locale, 'consentScopes', scope)).join(', '),
    label(locale, 'legalBases', basis),
    reason,
  ].join(' — ')

/** What exactly is proposed: the entry as it would be written, or why the work ends. */
function contentText({ part, proposal }: OfProposal): string {
  const { locale } = part.standing.look
  const t = words(locale)
  const { entry, closing, override } = proposal
  if (closing) return [label(locale, 'closingReasons', closing.reason), closing.note].filter(Boolean).join(' — ')
  if (override) return overrideText(override, locale)
  if (!entry) return t('decisions.clockSays')
  const source = part.view.sources.find(({ id }) => id === entry.sourceId)
  const date = entry.when ? presentPartialDate(entry.when, locale) : t('caseFile.unknown')
  return [
    t('decisions.claimed', { situation: label(locale, 'situations', entry.situation), date }),
    [source?.code, label(locale, 'credibilities', entry.credibility)].filter(Boolean).join(' · '),
    entry.account,
    entry.quote && inQuotes(entry.quote),
  ]
    .filter(Boolean)
    .join(' — ')
}

function authorText({ part: { view, standing }, proposal }: OfProposal): string {
  const t = words(standing.look.locale)
  const date = instantText(proposal.proposedAt, standing.look)
  const { proposedBy } = proposal
  if (proposedBy === null) return t('decisions.proposedByRule', { date })
  return t('decisions.proposedBy', { name: view.staff.get(proposedBy) ?? '—', date })
}

/** How it ended, who ended it and why; nothing while it waits. */
function outcomeText({ part: { view, standing }, proposal }: OfProposal): string {
  const { look } = standing
  const { state, decidedBy, decidedAt, reason } = proposal
  if (state === 'waiting' || decidedBy === null || decidedAt === null) return ''
  const by = { name: view.staff.get(decidedBy) ?? '—', date: instantText(decidedAt, look) }
  const decided = words(look.locale)('decisions.decidedBy', by)
  return [`${label(look.locale, 'proposalStates', state)} (${decided})`, reason].filter(Boolean).join(' — ')
}

function Line(of: OfProposal) {
  const { part, proposal } = of
  const { locale } = part.standing.look
  const outcome = outcomeText(of)
  return (
    <li id={`proposal-${proposal.id}`}>
      <div>
        <h3>{label(locale, 'proposalKinds', proposal.kind)}</h3>
        <p className="said">{contentText(of)}</p>
        <p className="by">{authorText(of)}</p>
        {outcome && <p className="by">{outcome}</p>}
        {proposal.state === 'waiting' && <ProposalForms {...of} />}
      </div>
    </li>
  )
}

/** What waits for a second person, and what became of everything proposed before. */
export function Proposals(part: Part) {
  const { view, standing } = part
  const t = words(standing.look.locale)
  return (
    <Card id="proposals" title={t('decisions.proposals')}>
      <Saved part={part} of="proposals" />
      {view.proposals.length === 0 ? (
        <Empty why={t('decisions.noProposals')} />
      ) : (
        <>
          <p className="hint">{t('decisions.proposalsLead')}</p>
          <ul className="lines">
            {view.proposals.map((proposal) => (
              <Line key={proposal.id} part={part} proposal={proposal} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
