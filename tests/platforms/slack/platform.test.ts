// Slack as a platform: the contract of all platforms over its own wire, in Socket Mode and over HTTP.
import { personId } from '../../../src/platforms/slack/ids.ts'
import { until } from '../../fakes/until.ts'
import { describePlatform, type Scene } from '../platform-contract.ts'
import { signingSecret, startedStage, wordsIn } from './stage.ts'

async function scene(http: boolean): Promise<Scene> {
  const { slack, platform, place } = await startedStage(http ? { signingSecret, port: 0 } : {})
  const fail = (fault: Parameters<typeof slack.fail>[1]) => () => slack.fail('chat.postMessage', fault)
  return {
    platform,
    place,
    person: personId(slack.world.team.id, 'U0ADA'),
    posts: () => slack.messages('C0STUDY').map(wordsIn),
    told: () => slack.messages('DU0ADA').map(wordsIn),
    now: Date.now,
    spoil: {
      refused: fail({ kind: 'error', error: 'is_archived' }),
      busy: fail({ kind: 'rate-limited', seconds: 7 }),
      lost: fail({ kind: 'reset', stored: true }),
      unsent: fail({ kind: 'status', status: 503, stored: false }),
    },
    leftOpen: async () => {
      if (http) return platform.port() === undefined ? 0 : 1
      await until(() => slack.sockets.open.size === 0, 'the socket to close')
      return slack.sockets.open.size
    },
    // The stage closes itself.
    close: async () => undefined,
  }
}

describePlatform('slack in Socket Mode', () => scene(false))
describePlatform('slack over HTTP', () => scene(true))
