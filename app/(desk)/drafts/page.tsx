import type { Metadata } from 'next'
import { Desk, Instead } from '@/app/(desk)/desk'
import { show } from '@/app/door'
import { currentLook } from '@/app/look'
import { ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Instant } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { Sheet } from '@/app/ui/sheet'
import { label, words } from '@/app/words'
import { type ListedDraft, listDrafts } from '@/db/drafts/list-drafts'
import { Nothing } from '@/lib/nothing'
import { discardDraftAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('intake.drafts') }
}

const pathOf = ({ kind, id, ref }: ListedDraft) =>
  kind === 'opening' ? `/cases/new?draft=${id}` : `/cases/${ref}/intake?step=explain`

export default async function DraftsPage() {
  const answer = await show(Nothing, listDrafts, {})
  if (!answer.ok) return <Instead answer={answer} />
  const { standing, value: drafts } = answer
  const { look } = standing
  const t = words(look.locale)
  return (
    <Desk standing={standing} current="newCase">
      <Sheet title={t('intake.drafts')} lead={t('intake.draftsLead')}>
        {drafts.length === 0 && <Empty why={t('intake.draftsEmpty')} />}
        {drafts.map((draft) => (
          <Card
            key={draft.id}
            id={`draft-${draft.id}`}
            title={`${label(look.locale, 'draftKinds', draft.kind)} · ${draft.ref}`}
            actions={
              <ButtonLink href={pathOf(draft)} kind="primary">
                {t('intake.resume')}
              </ButtonLink>
            }
          >
            <p className="hint">
              {t('intake.started')} <Instant at={draft.startedAt} look={look} /> · {t('intake.lastSaved')}{' '}
              <Instant at={draft.savedAt} look={look} />
            </p>
            <PostForm
              action={discardDraftAction}
              id={`discard-${draft.id}`}
              form={standing.form('draft.discard')}
              fields={[]}
              hidden={{ draft: draft.id, version: String(draft.version) }}
              submit={t('intake.discard')}
              fold={t('intake.discardFold')}
              kind="danger"
              locale={look.locale}
            />
          </Card>
        ))}
      </Sheet>
    </Desk>
  )
}
