import type { Metadata } from 'next'
import { currentLook } from '@/app/look'
import { serverEnv } from '@/app/serving'
import { setLookAction } from '@/app/session/look/actions'
import { Gate } from '@/app/ui/gate'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { signInAction } from './actions'
import { DemoSignIns } from './_parts/demo-sign-ins'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentLook()
  return { title: words(locale)('signIn.title') }
}

export default async function SignInPage({ searchParams }: Props) {
  const [look, query] = await Promise.all([currentLook(), searchParams])
  const t = words(look.locale)
  const { world, demoPassword } = serverEnv()
  const demo = world === 'demo'
  return (
    <Gate
      look={look}
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      demo={demo}
      setLook={setLookAction}
      aside={demo && demoPassword ? <DemoSignIns locale={look.locale} password={demoPassword} /> : undefined}
    >
      {'ended' in query && (
        <Notice kind="info">{t(query['ended'] === 'password' ? 'account.changed' : 'signIn.ended')}</Notice>
      )}
      {'joined' in query && (
        <Notice kind="success">{t(query['joined'] === 'waiting' ? 'join.waiting' : 'join.done')}</Notice>
      )}
      {'left' in query && <Notice kind="info">{t('signIn.left')}</Notice>}
      <PostForm
        action={signInAction}
        id="sign-in"
        form=""
        free
        submit={t('signIn.submit')}
        locale={look.locale}
        fields={[
          { name: 'email', kind: 'email', label: t('signIn.email'), required: true, autocomplete: 'username' },
          {
            name: 'password',
            kind: 'password',
            label: t('signIn.password'),
            required: true,
            autocomplete: 'current-password',
          },
        ]}
      />
      <p className="hint">{t('signIn.trouble')}</p>
    </Gate>
  )
}
