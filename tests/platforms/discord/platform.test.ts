// Discord as a platform: the contract of all platforms over its own wire.
import { personId } from '../../../src/platforms/discord/ids.ts'
import { refused } from '../../fakes/discord/faults.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { describePlatform, type Scene } from '../platform-contract.ts'
import { openStage } from './stage.ts'

const messages = /^\/channels\/\d+\/messages$/
/** The adapter asks this often before it says that a post is unclear. */
const tries = 3

async function scene(): Promise<Scene> {
  const { discord, platform, place, channel, guild, ada, start } = await openStage({ timing: { pause: 1 } })
  await start()
  return {
    platform,
    place,
    person: personId(guild.id, ada.id),
    posts: () => discord.world.messagesIn(channel).map(textOf),
    told: () => discord.world.messagesIn(discord.world.directChannel(ada)).map(textOf),
    now: Date.now,
    spoil: {
      refused: () => discord.allow(channel, 0n),
      busy: () => discord.faults.plan('POST', messages, refused(400, 20016, 'This action cannot be performed due to slowmode rate limit')),
      lost: () => discord.faults.plan('POST', messages, { kind: 'reset', stored: true }, tries),
      unsent: () => discord.faults.plan('POST', messages, { kind: 'answer', status: 503 }, tries),
    },
    leftOpen: async () => {
      await until(() => discord.gateway.connected() === 0, 'the connection to close')
      return discord.gateway.connected()
    },
    // The stage closes itself.
    close: async () => undefined,
  }
}

describePlatform('discord', scene)
