// Reads the events that the app subscribes to in its manifest.
import { randomUUID } from 'node:crypto'
import type { UserId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import type { Incoming } from './incoming.ts'
import { readMessage } from './read-message.ts'

/** @param bot the bot's own user id; its token among the revoked ones means that the app is gone */
export function readEvent(body: Raw, bot: UserId): Incoming {
  const event = raw(body['event'])
  switch (event['type']) {
    case 'app_home_opened': {
      const user = text(event['user'])
      if (event['tab'] !== 'home' || user === undefined) return { kind: 'other' }
      return { kind: 'home', from: { event: text(body['event_id']) ?? randomUUID(), user, shownAs: '', channel: null } }
    }
    case 'app_mention':
    case 'message':
      return readMessage(event, bot)
    case 'user_change': {
      const data = raw(event['user'])
      const user = text(data['id'])
      return user === undefined ? { kind: 'other' } : { kind: 'user-changed', user, data }
    }
    case 'channel_id_changed': {
      const [from, to] = [text(event['old_channel_id']), text(event['new_channel_id'])]
      return from === undefined || to === undefined ? { kind: 'other' } : { kind: 'channel-moved', from, to }
    }
    case 'channel_deleted':
    case 'group_deleted':
      return aboutChannel('channel-deleted', event)
    case 'channel_archive':
    case 'group_archive':
      return aboutChannel('channel-archived', event)
    case 'channel_unarchive':
    case 'group_unarchive':
      return aboutChannel('channel-unarchived', event)
    case 'app_uninstalled':
      return { kind: 'removed' }
    case 'tokens_revoked':
      return list(raw(event['tokens'])['bot']).includes(bot) ? { kind: 'removed' } : { kind: 'other' }
    default:
      return { kind: 'other' }
  }
}

function aboutChannel(kind: 'channel-deleted' | 'channel-archived' | 'channel-unarchived', event: Raw): Incoming {
  const channel = text(event['channel'])
  return channel === undefined ? { kind: 'other' } : { kind, channel }
}
