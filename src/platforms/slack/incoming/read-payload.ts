// What Slack sent, read from the raw payload into plain data. Nothing of a payload goes further than this.
import { randomUUID } from 'node:crypto'
import type { OptionId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import type { FormValues } from '../../../screens/form.ts'
import type { Request } from '../../../screens/request.ts'
import { commandOf, isPick, pickId, type ChannelId, type UserId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import { readFormMemory, readFormValues } from './filled-form.ts'

export type Sender = {
  readonly event: Request['event']
  readonly user: UserId
  /** The handle that came with the payload, for when Slack does not say more. */
  readonly shownAs: string
  /** Null in the App Home, in a form opened there, and in direct messages. */
  readonly channel: ChannelId | null
}

/** Where replies go. */
export type Surface =
  /** `own`: the message whose button was pressed is for the asker alone, so it can be replaced. */
  | { readonly kind: 'chat'; readonly url: string | null; readonly trigger: string | null; readonly own: boolean }
  | { readonly kind: 'home'; readonly trigger: string | null }
  | { readonly kind: 'modal'; readonly view: string; readonly url: string | null }

export type Incoming =
  /** `at`: when it was pressed, by Slack's clock. */
  | { readonly kind: 'press'; readonly from: Sender; readonly on: Surface; readonly control: string; readonly chosen: readonly OptionId[]; readonly at: Instant | null }
  /** A box was ticked; what counts is the button below. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'command'; readonly from: Sender; readonly on: Surface; readonly line: string }
  | { readonly kind: 'form'; readonly from: Sender; readonly on: Surface; readonly form: string; readonly values: FormValues }
  | { readonly kind: 'suggest'; readonly form: string; readonly field: string; readonly typed: string }
  | { readonly kind: 'home'; readonly from: Sender }
  | { readonly kind: 'user'; readonly user: UserId }
  | { readonly kind: 'removed' }
  | { readonly kind: 'other' }

/** @param bot the user id of the bot: its own token among revoked ones means that the app is gone */
export function readIncoming(payload: unknown, bot: UserId): Incoming {
  const body = raw(payload)
  if (body['event'] !== undefined) return readEvent(body, bot)
  if (text(body['command']) !== undefined) return readCommand(body)
  switch (body['type']) {
    case 'block_actions':
      return readPress(body)
    case 'view_submission':
      return readSubmission(body)
    case 'block_suggestion':
      return {
        kind: 'suggest',
        form: commandOf(text(raw(body['view'])['callback_id'])) ?? '',
        field: text(body['action_id']) ?? '',
        typed: text(body['value']) ?? '',
      }
    default:
      return { kind: 'other' }
  }
}

function readEvent(body: Raw, bot: UserId): Incoming {
  const event = raw(body['event'])
  switch (event['type']) {
    case 'app_home_opened': {
      const user = text(event['user'])
      if (event['tab'] !== 'home' || user === undefined) return { kind: 'other' }
      return { kind: 'home', from: { event: text(body['event_id']) ?? randomUUID(), user, shownAs: '', channel: null } }
    }
    case 'user_change': {
      const user = text(raw(event['user'])['id'])
      return user === undefined ? { kind: 'other' } : { kind: 'user', user }
    }
    case 'app_uninstalled':
      return { kind: 'removed' }
    case 'tokens_revoked':
      return list(raw(event['tokens'])['bot']).includes(bot) ? { kind: 'removed' } : { kind: 'other' }
    default:
      return { kind: 'other' }
  }
}

function readCommand(body: Raw): Incoming {
  const user = text(body['user_id'])
  if (user === undefined) return { kind: 'other' }
  return {
    kind: 'command',
    from: { event: text(body['trigger_id']) ?? randomUUID(), user, shownAs: text(body['user_name']) ?? '', channel: groupChannel(body['channel_id']) },
    on: { kind: 'chat', url: text(body['response_url']) ?? null, trigger: text(body['trigger_id']) ?? null, own: false },
    line: text(body['text']) ?? '',
  }
}

function readPress(body: Raw): Incoming {
  const action = raw(list(body['actions'])[0])
  const actionId = text(action['action_id']) ?? ''
  const user = text(raw(body['user'])['id'])
  if (isPick(actionId)) return { kind: 'tick' }
  if (user === undefined) return { kind: 'other' }
  return {
    kind: 'press',
    from: sender(body, user, `${actionId} ${String(action['action_ts'])}`),
    on: surface(body),
    control: actionId,
    chosen: picked(body, actionId),
    at: Number(text(action['action_ts'])) * 1000 || null,
  }
}

/** Slack has no id for a press, but the trigger is made for one press, and is the same when it is delivered again. */
function sender(body: Raw, user: UserId, otherwise: string): Sender {
  const { name, username } = raw(body['user'])
  const channel = groupChannel(raw(body['channel'])['id'] ?? raw(body['container'])['channel_id'])
  return { event: text(body['trigger_id']) ?? `${user} ${otherwise}`, user, shownAs: text(name) ?? text(username) ?? '', channel }
}

/** Direct messages are no place for a quiz. */
function groupChannel(channel: unknown): ChannelId | null {
  const id = text(channel)
  return id === undefined || id.startsWith('D') ? null : id
}

function surface(body: Raw): Surface {
  const container = raw(body['container'])
  const trigger = text(body['trigger_id']) ?? null
  const url = text(body['response_url']) ?? null
  const view = raw(body['view'])
  if (view['type'] === 'home') return { kind: 'home', trigger }
  if (view['type'] === 'modal') return { kind: 'modal', view: text(view['id']) ?? '', url }
  return { kind: 'chat', url, trigger, own: container['is_ephemeral'] === true }
}

/** The ticked options of the question that the control names, whichever block they stand in. */
function picked(body: Raw, control: string): OptionId[] {
  const named = new Set(control.split(':').map(pickId))
  for (const block of Object.values(raw(raw(body['state'])['values']))) {
    for (const [name, boxes] of Object.entries(raw(block))) {
      if (named.has(name) && raw(boxes)['selected_options'] !== undefined) return list(raw(boxes)['selected_options']).map((option) => text(raw(option)['value']) ?? '')
    }
  }
  return []
}

function readSubmission(body: Raw): Incoming {
  const view = raw(body['view'])
  const user = text(raw(body['user'])['id'])
  if (user === undefined) return { kind: 'other' }
  const from = sender(body, user, `view ${text(view['id']) ?? randomUUID()}`)
  const memory = readFormMemory(text(view['private_metadata']))
  const on: Surface = { kind: 'modal', view: text(view['id']) ?? '', url: memory.url }
  const form = commandOf(text(view['callback_id']))
  // A form of another version is answered as a button of another version is.
  if (form === undefined) return { kind: 'press', from, on, control: '', chosen: [], at: null }
  const { values, channel } = readFormValues(raw(raw(view['state'])['values']))
  return { kind: 'form', form, from: { ...from, channel: memory.channel ?? channel }, on, values }
}
