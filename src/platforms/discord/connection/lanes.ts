// The two lanes to Discord: the library's client for people who wait, and a slower one for what the bot does by itself.
import {
  Client, DefaultRestOptions, GatewayIntentBits, Options, RequestMethod, REST, RESTEvents, type RateLimitData, type RESTOptions,
} from 'discord.js'
import { createConnection, type Connection } from './gateway.ts'
import { networkCode } from './post-errors.ts'
import type { Log } from '../../../core/log.ts'
import { createPace } from './pace.ts'

export type Lanes = {
  readonly client: Client
  /**
   * For posts, edits and questions about people, at the pace that Discord allows. A lane of its own, so that the nine o'clock posts
   * of many channels hold up nobody who pressed a button; and it retries nothing by itself, since a retry inside the library hides
   * whether the first try may have got through.
   */
  readonly rounds: REST
  readonly connection: Connection
  /** Discord did not take the token for the last thing that the bot did by itself. */
  readonly refused: () => boolean
  /** Closes the connection, and makes no other. */
  readonly end: () => Promise<void>
}

/** Waits up to this long are sat out; a longer one is told, and the ledger waits. */
const shortWait = 5_000

export function createLanes(api: string | undefined, requestTimeout: number, requestsPerSecond: number, log: Log): Lanes {
  const common: Partial<RESTOptions> = {
    ...(api === undefined ? {} : { api: apiRoot(api) }),
    timeout: requestTimeout,
    invalidRequestWarningInterval: 500,
    makeRequest: wholeAnswer,
  }
  const connection = createConnection()
  let refused = false
  const client = createClient(common, connection)
  const followUps = sendOnce(client.rest, common)
  const pace = createPace(requestsPerSecond)
  const answered = (status: number, milliseconds: number) => {
    refused = status === 401
    pace.took(milliseconds)
  }
  const rounds = new REST({ ...common, makeRequest: noting(answered), retries: 0, globalRequestsPerSecond: requestsPerSecond, rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > shortWait })
  // Today's question is worth more than yesterday's answer and the count under it.
  rounds.request = (options) => pace.inTurn(() => REST.prototype.request.call(rounds, options), options.method === RequestMethod.Patch)
  report('people', client.rest, log)
  report('follow-ups', followUps, log)
  report('rounds', rounds, log)
  return {
    client,
    rounds,
    connection,
    refused: () => refused,
    end: async () => {
      await connection.halt()
      await client.destroy()
      for (const rest of [rounds, followUps]) {
        rest.clearHandlerSweeper()
        rest.clearHashSweeper()
      }
    },
  }
}

function createClient(common: Partial<RESTOptions>, connection: Connection): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    // Interactions that arrive before every server has been told are kept back, 15 s by default; they live for 3.
    waitGuildTimeout: 1_500,
    allowedMentions: { parse: [], repliedUser: false },
    ws: { buildStrategy: connection.strategy },
    // Answers to people are outside of Discord's limit: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
    rest: { ...common, makeRequest: closedAsReset, retries: 2 },
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
 * Sends the messages that follow a reply once. A first response and an edit can be repeated; for these Discord knows no nonce, so a
 * retry inside the library after an error or a reset would show a person the same message twice.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
 */
function sendOnce(people: REST, common: Partial<RESTOptions>): REST {
  const once = new REST({ ...common, retries: 0 })
  people.request = (options) => {
    const isFollowUp = options.method === RequestMethod.Post && options.fullRoute.startsWith('/webhooks/')
    return isFollowUp ? once.request(options) : REST.prototype.request.call(people, options)
  }
  return once
}

function report(lane: string, rest: REST, log: Log): void {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset: wait, scope }: RateLimitData) => log.debug({ lane, route, wait, scope }, 'waiting for a rate limit of Discord'))
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => log.warn({ lane, count }, 'many requests are refused by Discord; at 10,000 in 10 minutes it bans this address'))
}

/** The library adds version and route itself. */
const apiRoot = (api: string) => api.replace(/\/+$/, '').replace(/\/v\d+$/, '')

/**
 * The library's time limit ends with the headers. Reading the answer to its end inside of the request puts a body that never
 * comes under the same limit.
 */
const wholeAnswer: RESTOptions['makeRequest'] = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, init)
  const body = await answer.arrayBuffer()
  return new Response(body.byteLength === 0 ? null : body, { status: answer.status, statusText: answer.statusText, headers: [...answer.headers] })
}

/** The library repeats what a reset broke off, and not what ended with a connection that the other side closed. */
const closedAsReset: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await wholeAnswer(url, init)
  } catch (error) {
    throw networkCode(error) === 'UND_ERR_SOCKET' ? Object.assign(new Error('The connection was closed', { cause: error }), { code: 'ECONNRESET' }) : error
  }
}

/** Passes requests through and tells how each ended, and after how long. */
function noting(answered: (status: number, milliseconds: number) => void): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const began = performance.now()
    const answer = await wholeAnswer(url, init)
    answered(answer.status, performance.now() - began)
    return answer
  }
}
