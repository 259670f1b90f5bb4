// discord.js's client, which keeps the gateway connection and what it tells about servers. All requests go through the lanes.
import { Client, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js'
import type { Gateway } from './gateway.ts'

export function createClient(rest: Partial<RESTOptions>, gateway: Gateway): Client {
  return new Client({
    // None is privileged. Messages come without their words, but for those that mention the bot or are sent to it directly.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // discord.js drops a direct message whose channel it has not seen before.
    partials: [Partials.Channel],
    // discord.js holds back messages until all servers have been announced, 15 s by default.
    waitGuildTimeout: 1_500,
    ws: { buildStrategy: gateway.buildStrategy },
    rest,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      UserManager: { maxSize: 50, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  })
}
