import { Asked } from '@/app/ui/asked'
import type { FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { newCredibility } from '@/lib/sources/grading'
import { credibilities } from '@/lib/sources/sources'
import { approveProposalAction, declineProposalAction, withdrawProposalAction } from '../actions'
import { askedOf } from './part'
import type { OfProposal } from './proposals'

/** What a rule proposed rests on nobody's word but on silence: it stands under who spoke last, unless another is named. */
function basisFields({ part: { view, standing } }: OfProposal): FieldSpec[] {
  const { locale } = standing.look
  const t = words(locale)
  const sources = view.sources.map(({ id, code, type }) => ({
    value: id,
    label: `${code} · ${label(locale, 'sourceTypes', type)}`,
  }))
  const grades = credibilities.map((code) => ({
    value: code,
    label: `${code} ${label(locale, 'credibilities', code)}`,
  }))
  return [
    {
      name: 'sourceId',
      kind: 'choice',
      label: t('caseFile.source'),
      hint: t('decisions.lastVoice'),
      options: sources,
      value: view.lastVoice ?? '',
      required: true,
    },
    {
      name: 'credibility',
      kind: 'choice',
      label: t('caseFile.credibility'),
      options: grades,
      value: newCredibility,
      required: true,
    },
  ]
}

function approveFields(of: OfProposal): FieldSpec[] {
  const { part, proposal } = of
  const t = words(part.standing.look.locale)
  const note: FieldSpec = {
    name: 'reason',
    kind: 'prose',
    label: t('decisions.approveWhy'),
    required: false,
    wide: true,
  }
  if (proposal.kind === 'closing') return [dropField(of.part, proposal.closing?.dropTasks === true), note]
  return proposal.entry || proposal.override ? [note] : [...basisFields(of), note]
}

/** The box that lets open tasks go with the closing. */
export function dropField({ view, standing }: OfProposal['part'], isTicked: boolean): FieldSpec {
  const t = words(standing.look.locale)
  return {
    name: 'dropTasks',
    kind: 'check',
    label: t('decisions.dropTasks'),
    hint: t('decisions.dropTasksHint', { count: view.live }),
    required: false,
    wide: true,
    ...(isTicked && { value: 'on' }),
  }
}

function Approve(of: OfProposal) {
  const { part, proposal } = of
  const { locale } = part.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(part)}
      id={`approve-${proposal.id}`}
      title={t('decisions.approveTitle', { kind: label(locale, 'proposalKinds', proposal.kind) })}
      draw={() => (
        <>
          {proposal.kind === 'deceased' && <p className="hint">{t('decisions.deathLead')}</p>}
          <PostForm
            action={approveProposalAction}
            id={`approve-${proposal.id}`}
            form={part.standing.form('proposal.approve')}
            hidden={{ ref: part.view.head.ref, proposalId: proposal.id, version: String(proposal.version) }}
            fields={approveFields(of)}
            submit={t('decisions.approve')}
            errors={{ forbidden: t('decisions.notOwn'), invalid: t('decisions.noLongerFits') }}
            locale={locale}
          />
        </>
      )}
    />
  )
}

function Decline({ part, proposal }: OfProposal) {
  const { locale } = part.standing.look
  const t = words(locale)
  return (
    <Asked
      {...askedOf(part)}
      id={`decline-${proposal.id}`}
      title={t('decisions.declineTitle', { kind: label(locale, 'proposalKinds', proposal.kind) })}
      draw={() => (
        <PostForm
          action={declineProposalAction}
          id={`decline-${proposal.id}`}
          form={part.standing.form('proposal.decline')}
          hidden={{ ref: part.view.head.ref, proposalId: proposal.id, version: String(proposal.version) }}
          fields={[{ name: 'reason', kind: 'prose', label: t('decisions.declineWhy'), required: true, wide: true }]}
          submit={t('decisions.decline')}
          errors={{ forbidden: t('decisions.notOwn') }}
          locale={locale}
        />
      )}
    />
  )
}

/** Whoever proposed it may take it back and no more; a coordinator of the team decides; everyone else is told who does. */
export function ProposalForms(of: OfProposal) {
  const { view, standing } = of.part
  const { locale } = standing.look
  const t = words(locale)
  if (of.proposal.proposedBy === standing.actor.id) {
    return (
      <>
        <p className="hint">{t('decisions.ownProposal')}</p>
        <PostForm
          action={withdrawProposalAction}
          id={`withdraw-${of.proposal.id}`}
          form={standing.form('proposal.withdraw')}
          hidden={{ ref: view.head.ref, proposalId: of.proposal.id, version: String(of.proposal.version) }}
          fields={[]}
          submit={t('decisions.withdraw')}
          locale={locale}
          kind="plain"
          inline
        />
      </>
    )
  }
  if (!view.head.can.decide) return <p className="hint">{t('decisions.waitsForLead')}</p>
  return (
    <>
      <Approve {...of} />
      <Decline {...of} />
    </>
  )
}
