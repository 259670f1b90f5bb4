// Whether a channel is archived, by Slack's own word: events about it may be late or out of order.
import type { ChannelId } from '../ids.ts'
import { raw } from '../raw.ts'
import { readFault } from './fault.ts'
import type { WebApi } from './web-clients.ts'

/** `hidden`: it is gone, or the app is not in it and may not see it. Undefined: Slack does not say right now. */
export type ChannelState = 'in-use' | 'archived' | 'hidden' | undefined

/** Needs channels:read and groups:read. Never fails. */
export async function channelState(web: WebApi, channel: ChannelId): Promise<ChannelState> {
  try {
    const { channel: found } = await web.conversations.info({ channel })
    return raw(found)['is_archived'] === true ? 'archived' : 'in-use'
  } catch (error) {
    const fault = readFault(error)
    return fault.kind === 'platform' && fault.error === 'channel_not_found' ? 'hidden' : undefined
  }
}
