import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { forgetMappingAction } from '../actions'

type Kept = { id: string; version: number; name: string }

/** Columns kept under a name, for lists that come again and again. */
export function KeptColumns({ standing, kept }: { standing: Standing; kept: readonly Kept[] }) {
  const { locale } = standing.look
  const t = words(locale)
  if (kept.length === 0) return null
  return (
    <Card id="kept" title={t('imports.kept')}>
      <ul className="lines">
        {kept.map(({ id, version, name }) => (
          <li key={id}>
            <span>{name}</span>
            <PostForm
              action={forgetMappingAction}
              id={`forget-${id}`}
              form={standing.form('import.map')}
              fields={[]}
              hidden={{ mappingId: id, version: String(version) }}
              submit={t('imports.forget')}
              kind="plain"
              inline
              locale={locale}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
