// Reads a typed command, a press of a button and a filled form.
import { randomUUID } from 'node:crypto'
import type { OptionId } from '../../../core/quiz.ts'
import type { MessageRef } from '../../platform.ts'
import { messageRef, type ChannelId, type UserId } from '../ids.ts'
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
    on: { kind: 'chat', url: text(body['response_url']) ?? null, trigger: trigger ?? null, own: false },
    line: text(body['text']) ?? '',
  }
}

export function readPress(body: Raw): Incoming {
  const action = raw(list(body['actions'])[0])
  const actionId = text(action['action_id']) ?? ''
  const user = text(raw(body['user'])['id'])
  if (isPick(actionId)) return { kind: 'checkbox' }
  if (user === undefined) return { kind: 'other' }
  return {
    kind: 'press',
    from: sender(body, user, `${actionId} ${String(action['action_ts'])}`),
    on: surface(body),
    control: actionId,
    post: postOf(body),
    chosen: checkedOptions(body, actionId),
    at: Number(text(action['action_ts'])) * 1000 || null,
  }
}

export function readSubmission(body: Raw): Incoming {
  const view = raw(body['view'])
  const viewId = text(view['id'])
  const user = text(raw(body['user'])['id'])
  if (user === undefined) return { kind: 'other' }
  const from = sender(body, user, `view ${viewId ?? randomUUID()}`)
  const metadata = readFormMetadata(text(view['private_metadata']))
  const on: Surface = { kind: 'modal', view: viewId ?? '', url: metadata.url }
  const form = commandOfForm(text(view['callback_id']))
  // A form of another version is answered as an outdated button is.
  if (form === undefined) return { kind: 'press', from, on, control: '', post: null, chosen: [], at: null }
  const { values, channel } = readFormValues(raw(raw(view['state'])['values']))
  return { kind: 'form', form, from: { ...from, channel: metadata.channel ?? channel }, on, values }
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
  return id === undefined || id.startsWith('D') ? null : id
}

function surface(body: Raw): Surface {
  const trigger = text(body['trigger_id']) ?? null
  const url = text(body['response_url']) ?? null
  const view = raw(body['view'])
  if (view['type'] === 'home') return { kind: 'home', trigger }
  if (view['type'] === 'modal') return { kind: 'modal', view: text(view['id']) ?? '', url }
  return { kind: 'chat', url, trigger, own: raw(body['container'])['is_ephemeral'] === true }
}

/** Null for a message that only one person sees: it is no post, and its timestamp means nothing in the channel. */
function postOf(body: Raw): MessageRef | null {
  const container = raw(body['container'])
  const [channel, ts] = [groupChannel(container['channel_id']), text(container['message_ts'])]
  return channel === null || ts === undefined || container['is_ephemeral'] === true ? null : messageRef(channel, ts)
}

/** The checked options of the question that the control names, in whichever block of the message, modal or page they are. */
function checkedOptions(body: Raw, control: string): OptionId[] {
  const named = new Set(control.split(':').map(pickId))
  const state = body['view'] === undefined ? body['state'] : raw(body['view'])['state']
  for (const block of Object.values(raw(raw(state)['values']))) {
    for (const [name, checkboxes] of Object.entries(raw(block))) {
      const selected = raw(checkboxes)['selected_options']
      if (named.has(name) && selected !== undefined) return list(selected).map((option) => text(raw(option)['value']) ?? '')
    }
  }
  return []
}
