import { currentLook } from '@/app/look'
import { setLookAction } from '@/app/session/look/actions'
import { ButtonLink } from '@/app/ui/button'
import { Definitions } from '@/app/ui/definitions'
import { Gate } from '@/app/ui/gate'
import { words } from '@/app/words'

const notTyped = ['form', 'ref', 'version', 'confirmed', 'draft', 'page', 'later']

/** Without a script a session that ended takes the form with it: what was typed stands here, to be copied. */
export async function Unsent({ typed }: { typed: Record<string, string> }) {
  const look = await currentLook()
  const t = words(look.locale)
  const items = Object.entries(typed)
    .filter(([name, value]) => value !== '' && !notTyped.includes(name) && !name.endsWith('Id'))
    .map(([name, value]) => ({ key: name, term: name, value: <span className="text">{value}</span> }))
  return (
    <Gate look={look} title={t('unsent.title')} lead={t('unsent.lead')} setLook={setLookAction}>
      <Definitions items={items} />
      <ButtonLink href="/sign-in" kind="primary">
        {t('unsent.signIn')}
      </ButtonLink>
    </Gate>
  )
}
