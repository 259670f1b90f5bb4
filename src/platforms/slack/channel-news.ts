// What Slack says of channels, passed on to the bot as far as it is still true.
import type { Log } from '../../core/log.ts'
import type { Handler } from '../platform.ts'
import type { ChannelState } from './connection/channel-state.ts'
import { placeId, type ChannelId, type TeamId } from './ids.ts'
import type { Incoming } from './incoming/incoming.ts'

type ChannelNews = Extract<Incoming, { kind: 'channel-moved' | 'channel-deleted' | 'channel-archived' | 'channel-unarchived' }>

type Needs = {
  readonly handler: Handler
  readonly team: TeamId
  readonly stateOf: (channel: ChannelId) => Promise<ChannelState>
  readonly log: Log
}

/**
 * Events come late and in no order. That a channel was deleted or has another id stays true. For the archive Slack is asked how things
 * stand; if it does not say, nothing stops: the next post is refused and says so.
 */
export async function passOnChannelNews({ handler, team, stateOf, log }: Needs, news: ChannelNews): Promise<void> {
  switch (news.kind) {
    case 'channel-moved':
      return handler.moved(placeId(team, news.from), placeId(team, news.to))
    case 'channel-deleted':
      return handler.lost(placeId(team, news.channel), 'deleted')
    case 'channel-archived': {
      const state = await stateOf(news.channel)
      if (state === 'archived' || state === 'hidden') return handler.lost(placeId(team, news.channel), 'archived')
      return log.warn({ channel: news.channel, state }, 'Slack reported an archived channel, but it is not archived or Slack does not answer; nothing was stopped')
    }
    case 'channel-unarchived':
      if ((await stateOf(news.channel)) !== 'archived') return handler.unarchived(placeId(team, news.channel))
  }
}
