import type { Look } from '@/app/look'
import { instantText } from '@/app/ui/instant'
import { label, words } from '@/app/words'
import type { WaitingProposal } from '@/db/proposals/waiting-proposals'

/** What colleagues or the clock propose, each a link to where it is decided. */
export function WaitingProposals({ proposals, look }: { proposals: WaitingProposal[]; look: Look }) {
  const { locale } = look
  const t = words(locale)
  if (proposals.length === 0) return null
  return (
    <>
      <h3>{t('decisions.waiting')}</h3>
      <ul className="lines">
        {proposals.map(({ id, ref, kind, by, at }) => (
          <li key={id}>
            <a href={`/cases/${ref}/situation#proposals`}>
              {t('decisions.waitingLine', { kind: label(locale, 'proposalKinds', kind), ref })}
            </a>
            <small>
              {by === null
                ? t('decisions.proposedByRule', { date: instantText(at, look) })
                : t('decisions.proposedBy', { name: by, date: instantText(at, look) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
