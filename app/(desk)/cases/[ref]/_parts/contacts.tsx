import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { PostForm } from '@/app/ui/post-form'
import { RevealForm } from '@/app/ui/reveal-form'
import { label, optionsOf, words } from '@/app/words'
import type { ChannelView } from '@/db/contacts/present-contacts'
import { channelStates } from '@/lib/people/channels'
import { addChannelAction, editChannelAction, recordContactAction, revealContactAction } from '../actions'
import { personName } from '../person-name'
import { channelFields, contactFields } from './contact-fields'
import { ContactLog } from './contact-log'
import { type Part, askedOf } from './part'

function Channel({ channel, ...part }: Part & { channel: ChannelView }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const whose = view.people.find((person) => person.id === channel.personId)
  const kind = label(locale, 'channelKinds', channel.kind)
  const name = `${kind} · ${whose ? personName(whose, locale) : '—'}`
  return (
    <li>
      <span>
        <b>{kind}</b> {whose && personName(whose, locale)}{' '}
        <small>{label(locale, 'channelStates', channel.state)}</small>
      </span>
      {view.can.reveal && (
        <RevealForm
          action={revealContactAction}
          form={standing.form('contact.reveal')}
          hidden={{ ref: view.ref, channelId: channel.id }}
          label={name}
          submit={t('caseFile.reveal')}
          revealed={t('caseFile.revealed')}
          failed={t('caseFile.nothingToShow')}
        />
      )}
      {view.can.edit && (
        <Asked
          {...askedOf(part)}
          id={`channel-${channel.id}`}
          title={t('caseFile.editChannel')}
          draw={() => (
            <PostForm
              action={editChannelAction}
              id={`channel-${channel.id}`}
              form={standing.form('channel.edit')}
              hidden={{ ref: view.ref, channelId: channel.id, version: String(channel.version) }}
              fields={[
                {
                  name: 'state',
                  kind: 'choice',
                  label: t('caseFile.channelState'),
                  options: optionsOf(locale, 'channelStates', channelStates),
                  value: channel.state,
                  required: true,
                },
              ]}
              submit={t('caseFile.save')}
              locale={locale}
              kind="plain"
              inline
            />
          )}
        />
      )}
    </li>
  )
}

/** Ways to reach people, one value at a time, and what was tried. */
export function Contacts(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const form = { locale, hidden: { ref: view.ref } }
  return (
    <Card id="contacts" title={t('caseFile.contacts')}>
      {view.channels.length === 0 && <Empty why={t('caseFile.contactsEmpty')} />}
      <ul className="lines">
        {view.channels.map((channel) => (
          <Channel key={channel.id} channel={channel} {...part} />
        ))}
      </ul>
      {view.can.edit && (
        <Asked
          {...askedOf(part)}
          id="channel"
          title={t('caseFile.addContact')}
          draw={() => (
            <PostForm
              {...form}
              action={addChannelAction}
              id="channel"
              form={standing.form('channel.add')}
              fields={channelFields(view, locale)}
              submit={t('caseFile.save')}
            />
          )}
        />
      )}
      <h3>{t('caseFile.contactLog')}</h3>
      <ContactLog {...part} />
      {view.can.logContact && (
        <Asked
          {...askedOf(part)}
          id="contact"
          title={t('caseFile.addLog')}
          draw={() => (
            <PostForm
              {...form}
              action={recordContactAction}
              id="contact"
              form={standing.form('contact.record')}
              fields={contactFields(view, locale)}
              submit={t('caseFile.record')}
            />
          )}
        />
      )}
    </Card>
  )
}
