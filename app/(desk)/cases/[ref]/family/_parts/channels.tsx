import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { RevealForm } from '@/app/ui/reveal-form'
import { label, words } from '@/app/words'
import type { ChannelWithWindow } from '@/db/contacts/present-channels'
import { channelFields } from './contact-fields'
import { revealContactAction } from '../../actions'
import { addWayAction } from '../actions'
import { Arrange, Phrase, Release, State } from './channel-forms'
import { Confirmed, type Part, askedOf, namesIn } from './part'
import { windowText } from './window-text'

type OfChannel = Part & { channel: ChannelWithWindow }

/** What to know before a call: frozen or not, whose voice, when it is safe, whether it is too soon. */
function Before(part: OfChannel) {
  const { view, standing, channel } = part
  const t = words(standing.look.locale)
  const window = windowText(channel, part)
  const voice = channel.knownTo && view.staff.get(channel.knownTo)
  return (
    <>
      {channel.isFrozen && <Notice kind="warning">{t('family.frozen')}</Notice>}
      {window && (
        <p className={window.isOpen ? 'window open' : 'window'}>
          <b>{window.now}</b>
          <small className="aside">{window.theirs}</small>
          <small className="aside">{window.yours}</small>
        </p>
      )}
      {voice && <small className="aside">{t('family.voiceOf', { name: voice })}</small>}
      {!channel.isFrozen && channel.failures > 0 && (
        <small className="aside">
          {t('family.failures', { count: channel.failures })}{' '}
          {channel.nextTry && t('family.notBefore', { time: instantText(channel.nextTry, standing.look) })}
        </small>
      )}
    </>
  )
}

function Channel(part: OfChannel) {
  const { view, standing, channel } = part
  const { locale } = standing.look
  const t = words(locale)
  const kind = label(locale, 'channelKinds', channel.kind)
  const whose = namesIn(part).get(channel.personId) ?? '—'
  return (
    <li className="channel">
      <p>
        <b>{kind}</b> {whose} <small>{label(locale, 'channelStates', channel.state)}</small>
      </p>
      <Before {...part} />
      {view.head.can.reveal && (
        <RevealForm
          action={revealContactAction}
          form={standing.form('contact.reveal')}
          hidden={{ ref: view.ref, channelId: channel.id }}
          label={`${kind} · ${whose}`}
          submit={t('caseFile.reveal')}
          revealed={t('caseFile.revealed')}
          failed={t('caseFile.nothingToShow')}
          phrase={t('family.codePhrase')}
        />
      )}
      {view.head.can.edit && <Arrange {...part} />}
      {view.head.can.edit && <Phrase {...part} />}
      {view.head.can.edit && channel.state !== 'compromised' && <State {...part} />}
      {view.mayUnfreeze && channel.isFrozen && <Release {...part} />}
    </li>
  )
}

/** Every way to reach somebody of the file, and what to know before it is used. */
export function Channels(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="channels" title={t('family.channels')}>
      <Confirmed part={part} of={['channel', 'arranged', 'phrase', 'released']} />
      {view.channels.length === 0 && <Empty why={t('caseFile.contactsEmpty')} />}
      <ul className="lines">
        {view.channels.map((channel) => (
          <Channel key={channel.id} channel={channel} {...part} />
        ))}
      </ul>
      {view.head.can.edit && (
        <Asked
          {...askedOf(part)}
          id="channel"
          title={t('caseFile.addContact')}
          draw={() => (
            <PostForm
              action={addWayAction}
              id="channel"
              form={standing.form('channel.add')}
              hidden={{ ref: view.ref }}
              fields={channelFields(view, locale)}
              submit={t('caseFile.save')}
              locale={locale}
            />
          )}
        />
      )}
    </Card>
  )
}
