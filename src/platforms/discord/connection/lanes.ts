// The two lanes to Discord: discord.js's client for people who wait, and a slower REST client for what the bot sends by itself.
import { Client, GatewayIntentBits, Options, Partials, RequestMethod, REST, RESTEvents, type RateLimitData, type RESTOptions } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import { alreadyAcknowledged, hasCode } from './errors.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { timed, withCloseAsReset, withWholeBody } from './make-request.ts'
import { measured } from './measured-requests.ts'
import { createPace } from './pace.ts'

export type Lanes = {
  readonly client: Client
  /**
   * For posts, edits and membership checks, at the pace that Discord allows. A lane of its own, so that nine o'clock posts to many
   * channels delay nobody who pressed a button. It never retries: a retry inside discord.js hides whether the first try got through.
   */
  readonly rounds: REST
  readonly gateway: Gateway
  /** Whether Discord refused the token for the latest request of the `rounds` lane. */
  readonly refused: () => boolean
  /** Closes the connection for good. */
  readonly close: () => Promise<void>
}

type LaneOptions = {
  /** The API's address with or without version; Discord's own if undefined. */
  readonly api: string | undefined
  /** How long one request may take, in milliseconds. */
  readonly requestTimeout: number
  readonly requestsPerSecond: number
  readonly log: Log
  /** Somebody was answered before this process could. */
  readonly answeredBefore: () => void
  readonly measures: PlatformMeasures | undefined
}

export function createLanes({ api, requestTimeout, requestsPerSecond, log, answeredBefore, measures }: LaneOptions): Lanes {
  const common: Partial<RESTOptions> = {
    ...(api === undefined ? {} : { api: apiRoot(api) }),
    timeout: requestTimeout,
    invalidRequestWarningInterval: 500,
    makeRequest: measured(withWholeBody, measures),
  }
  const gateway = createGateway()
  const client = createClient(common, gateway, measures)
  const followUps = sendFollowUpsOnce(client.rest, common, answeredBefore)
  const { rest: rounds, refused } = createRoundsLane(common, requestsPerSecond, measures)
  logLimits('people', client.rest, log)
  logLimits('follow-ups', followUps, log)
  logLimits('rounds', rounds, log)
  return {
    client,
    rounds,
    gateway,
    refused,
    close: async () => {
      await gateway.halt()
      await client.destroy()
      for (const rest of [rounds, followUps]) {
        rest.clearHandlerSweeper()
        rest.clearHashSweeper()
      }
    },
  }
}

function createClient(common: Partial<RESTOptions>, gateway: Gateway, measures: PlatformMeasures | undefined): Client {
  return new Client({
    // None is privileged. Messages come without their words, but for those that mention the bot or are sent to it directly.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // discord.js drops a direct message whose channel it has not seen before.
    partials: [Partials.Channel],
    // discord.js holds back interactions until all servers have been announced, 15 s by default; an interaction lives for 3 s.
    waitGuildTimeout: 1_500,
    allowedMentions: { parse: [], repliedUser: false },
    ws: { buildStrategy: gateway.buildStrategy },
    // Discord's rate limit does not count responses: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
    rest: { ...common, makeRequest: measured(withCloseAsReset, measures), retries: 2 },
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

/**
 * Sends follow-up messages without retries. First responses and edits can be repeated, but Discord has no nonce for follow-ups: a retry
 * after an error or a reset could show a person the same message twice.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
 */
function sendFollowUpsOnce(people: REST, common: Partial<RESTOptions>, answeredBefore: () => void): REST {
  const once = new REST({ ...common, retries: 0 })
  people.request = (options) => {
    const isFollowUp = options.method === RequestMethod.Post && options.fullRoute.startsWith('/webhooks/')
    if (isFollowUp) return once.request(options)
    return REST.prototype.request.call(people, options).catch((error: unknown) => {
      if (hasCode(error, alreadyAcknowledged)) answeredBefore()
      throw error
    })
  }
  return once
}

/** Rate limits up to this many milliseconds are waited out. A longer one is an error, and the delivery tries again later. */
const shortWait = 5_000

function createRoundsLane(common: Partial<RESTOptions>, requestsPerSecond: number, measures: PlatformMeasures | undefined): { readonly rest: REST; readonly refused: () => boolean } {
  let refused = false
  const pace = createPace(requestsPerSecond)
  const request = timed((status, milliseconds) => {
    refused = status === 401
    pace.took(milliseconds)
  })
  const makeRequest = measured(request, measures)
  const rejectOnRateLimit = ({ timeToReset, retryAfter }: RateLimitData) => Math.max(timeToReset, retryAfter) > shortWait
  const rest = new REST({ ...common, makeRequest, retries: 0, globalRequestsPerSecond: requestsPerSecond, rejectOnRateLimit })
  // Edits wait for everything else: today's question matters more than yesterday's explanation.
  rest.request = (options) => pace.inTurn(() => REST.prototype.request.call(rest, options), options.method === RequestMethod.Patch)
  return { rest, refused: () => refused }
}

function logLimits(lane: string, rest: REST, log: Log): void {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset: wait, scope }: RateLimitData) => {
    log.debug({ lane, route, wait, scope }, 'waiting for a rate limit of Discord')
  })
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
    log.warn({ lane, count }, 'Discord is refusing many requests; after 10,000 in 10 minutes it bans this address')
  })
}

/** Without the version, which discord.js adds itself. */
const apiRoot = (api: string) => api.replace(/\/+$/, '').replace(/\/v\d+$/, '')
