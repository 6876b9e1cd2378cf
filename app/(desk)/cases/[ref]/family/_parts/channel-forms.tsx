import { Asked } from '@/app/ui/asked'
import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import type { ChannelWithWindow } from '@/db/contacts/present-channels'
import { channelStates } from '@/lib/people/channels'
import { arrangeChannelAction, changePhraseAction, editWayAction, unfreezeChannelAction } from '../actions'
import { type Part, askedOf } from './part'
import { windowFields } from './window-fields'

type OfChannel = Part & { channel: ChannelWithWindow }

function arrangeFields({ view, standing, channel }: OfChannel): (FieldSpec | FieldGroup)[] {
  const { locale } = standing.look
  const t = words(locale)
  const { window, knownTo } = channel
  const colleagues = view.holders.map(({ id, name }) => ({ value: id, label: name }))
  return [
    ...windowFields(window, locale),
    {
      name: 'knownTo',
      kind: 'choice',
      label: t('family.knownTo'),
      options: [{ value: '', label: t('family.knownToAll') }, ...colleagues],
      value: knownTo ?? '',
      required: false,
    },
  ]
}

/** When it is safe to call, and whose voice is known there. */
export function Arrange(part: OfChannel) {
  const { view, standing, channel } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `arrange-${channel.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('family.arrange')}
      draw={() => (
        <PostForm
          action={arrangeChannelAction}
          id={id}
          form={standing.form('channel.arrange')}
          hidden={{ ref: view.ref, channelId: channel.id, version: String(channel.version) }}
          fields={arrangeFields(part)}
          submit={t('caseFile.save')}
          locale={locale}
        />
      )}
    />
  )
}

/** How both ends know each other; what stands is shown with the value alone, so this form never holds it. */
export function Phrase(part: OfChannel) {
  const { view, standing, channel } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `phrase-${channel.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('family.changePhrase')}
      draw={() => (
        <PostForm
          action={changePhraseAction}
          id={id}
          form={standing.form('channel.phrase')}
          hidden={{ ref: view.ref, channelId: channel.id, version: String(channel.version) }}
          fields={[
            {
              name: 'codePhrase',
              kind: 'text',
              label: t('family.newPhrase'),
              hint: t('family.codePhraseHint'),
              required: false,
              wide: true,
            },
            { name: 'isRemoved', kind: 'check', label: t('family.removePhrase') },
          ]}
          errors={{ conflict: t('family.phraseConflict') }}
          submit={t('caseFile.save')}
          locale={locale}
        />
      )}
    />
  )
}

/** A frozen channel is released by a coordinator alone, with a reason. */
export function Release(part: OfChannel) {
  const { view, standing, channel } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `release-${channel.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('family.release')}
      draw={() => (
        <PostForm
          action={unfreezeChannelAction}
          id={id}
          form={standing.form('channel.unfreeze')}
          hidden={{ ref: view.ref, channelId: channel.id, version: String(channel.version) }}
          fields={[
            {
              name: 'reason',
              kind: 'prose',
              label: t('family.releaseReason'),
              hint: t('family.releaseHint'),
              required: true,
              wide: true,
            },
          ]}
          submit={t('family.release')}
          locale={locale}
        />
      )}
    />
  )
}

/** What is known of a channel that is not frozen. */
export function State(part: OfChannel) {
  const { view, standing, channel } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `channel-${channel.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('caseFile.editChannel')}
      draw={() => (
        <PostForm
          action={editWayAction}
          id={id}
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
  )
}
