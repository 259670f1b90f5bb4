// Reads a typed command, a press of a button and a filled form.
import { randomUUID } from 'node:crypto'
import type { OptionId } from '../../../core/quiz.ts'
import type { FormValues } from '../../../screens/form.ts'
import type { MessageRef } from '../../platform.ts'
import { isDirect, messageRef, type ChannelId, type UserId } from '../ids.ts'
import { commandOfForm, isPick, pickId } from '../input-ids.ts'
import { readFormMetadata } from '../form-metadata.ts'
import type { Sender, Surface } from '../origin.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import { readFormValues } from './filled-form.ts'
import type { Incoming } from './incoming.ts'

export function readCommand(body: Raw): Incoming {
  const user = text(body['user_id'])
  const trigger = text(body['trigger_id'])
  if (user === undefined) return { kind: 'other' }
  return {
    kind: 'command',
    from: { event: trigger ?? randomUUID(), user, shownAs: text(body['user_name']) ?? '', channel: groupChannel(body['channel_id']) },
    on: { kind: 'chat', url: text(body['response_url']) ?? null, trigger: trigger ?? null, own: null, ...directIn(body['channel_id']) },
    line: text(body['text']) ?? '',
  }
}

export function readPress(body: Raw): Incoming {
  const action = raw(list(body['actions'])[0])
  const actionId = text(action['action_id']) ?? ''
  const user = text(raw(body['user'])['id'])
  if (isPick(actionId)) return { kind: 'checkbox' }
  if (user === undefined) return { kind: 'other' }
  const from = sender(body, user, `${actionId} ${String(action['action_ts'])}`)
  const form = formIn(raw(body['view']))
  return {
    kind: 'press',
    from: { ...from, channel: from.channel ?? form.channel },
    on: surface(body),
    control: actionId,
    chosen: checkedOptions(body, actionId),
    at: Number(text(action['action_ts'])) * 1000 || null,
    filled: form.command === undefined ? null : form.values,
    message: everyonesMessage(body),
  }
}

export function readSubmission(body: Raw): Incoming {
  const view = raw(body['view'])
  const viewId = text(view['id'])
  const user = text(raw(body['user'])['id'])
  if (user === undefined) return { kind: 'other' }
  const from = sender(body, user, `view ${viewId ?? randomUUID()}`)
  const { command, values, channel, url } = formIn(view)
  const on: Surface = { kind: 'modal', view: viewId ?? '', url }
  return { kind: 'form', form: command ?? '', team: text(view['app_installed_team_id']) ?? null, from: { ...from, channel }, on, values }
}

type FormIn = { readonly command: string | undefined; readonly values: FormValues; readonly channel: ChannelId | null; readonly url: string | null }

/** `command`: undefined for what is no form, or none that this version made. `channel`: what the modal is about, or what is chosen in it. */
function formIn(view: Raw): FormIn {
  const metadata = readFormMetadata(text(view['private_metadata']))
  if (metadata === undefined) return { command: undefined, values: {}, channel: null, url: null }
  const { values, channel } = readFormValues(raw(raw(view['state'])['values']))
  return { command: commandOfForm(text(view['callback_id'])), values, channel: metadata.channel ?? channel, url: metadata.url }
}

/** Slack has no id for a press, but each press has a trigger of its own, and a redelivery has the same one. */
function sender(body: Raw, user: UserId, eventWithoutTrigger: string): Sender {
  const { name, username } = raw(body['user'])
  const channel = groupChannel(raw(body['channel'])['id'] ?? raw(body['container'])['channel_id'])
  return { event: text(body['trigger_id']) ?? `${user} ${eventWithoutTrigger}`, user, shownAs: text(name) ?? text(username) ?? '', channel }
}

/** Null for a direct message: it is no place for a quiz. */
function groupChannel(channel: unknown): ChannelId | null {
  const id = text(channel)
  return id === undefined || isDirect(id) ? null : id
}

function directIn(channel: unknown): { readonly direct?: ChannelId } {
  const id = text(channel)
  return id !== undefined && isDirect(id) ? { direct: id } : {}
}

/** Null for a message that only one person sees: it is no post, and its timestamp means nothing in the channel. */
function everyonesMessage(body: Raw): MessageRef | null {
  const container = raw(body['container'])
  const [channel, ts] = [groupChannel(container['channel_id']), text(container['message_ts'])]
  return channel === null || ts === undefined || container['is_ephemeral'] === true ? null : messageRef(channel, ts)
}

function surface(body: Raw): Surface {
  const trigger = text(body['trigger_id']) ?? null
  const url = text(body['response_url']) ?? null
  const view = raw(body['view'])
  if (view['type'] === 'home') return { kind: 'home', trigger }
  if (view['type'] === 'modal') return { kind: 'modal', view: text(view['id']) ?? '', url: url ?? formIn(view).url }
  const container = raw(body['container'])
  const direct = directIn(container['channel_id'])
  // Ordinary messages of the bot in a direct message are in its own: it can't post in those of others.
  const own = container['is_ephemeral'] === true ? 'ephemeral' : direct.direct === undefined ? null : 'direct'
  const message = own === 'direct' ? text(container['message_ts']) : undefined
  return { kind: 'chat', url, trigger, own, ...(message === undefined ? {} : { message }), ...direct }
}

/** The checked options of the question that the control names, in whichever block of the message, modal or page they are. */
function checkedOptions(body: Raw, control: string): OptionId[] {
  const state = body['view'] === undefined ? body['state'] : raw(body['view'])['state']
  const blocks = Object.values(raw(raw(state)['values']))
  if (blocks.length === 0) return []
  const named = new Set(control.split(':').map(pickId))
  for (const block of blocks) {
    for (const [name, checkboxes] of Object.entries(raw(block))) {
      const selected = raw(checkboxes)['selected_options']
      if (named.has(name) && selected !== undefined) return list(selected).map((option) => text(raw(option)['value']) ?? '')
    }
  }
  return []
}
