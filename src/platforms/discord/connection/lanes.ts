// The two lanes to Discord: one for people who wait, and a slower one for what the bot sends by itself. Both keep to one pace.
import { RequestMethod, REST, RESTEvents, type InternalRequest, type RateLimitData, type RESTOptions } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import { alreadyAcknowledged, hasCode } from './errors.ts'
import { countInvalid, type InvalidRequests } from './invalid-requests.ts'
import { reported, withCloseAsReset, withWholeBody } from './make-request.ts'
import { measured } from './measured-requests.ts'
import { createPace, type Pace } from './pace.ts'

export type Lanes = {
  /** For responses to people and what they need. It repeats what broke off, but for follow-ups. */
  readonly people: REST
  /**
   * For posts, edits and membership checks. A lane of its own, so that nine o'clock posts to many channels delay nobody who pressed a
   * button. It never retries: a retry inside discord.js hides whether the first try got through.
   */
  readonly rounds: REST
  /** For another client of the same Discord. */
  readonly options: Partial<RESTOptions>
  /** Whether Discord refused the token for the latest request of the `rounds` lane. */
  readonly refused: () => boolean
  readonly close: () => void
}

type LaneOptions = {
  readonly token: string
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

type Common = { readonly token: string; readonly options: Partial<RESTOptions>; readonly pace: Pace; readonly invalid: InvalidRequests; readonly measures: PlatformMeasures | undefined }

export function createLanes({ token, api, requestTimeout, requestsPerSecond, log, answeredBefore, measures }: LaneOptions): Lanes {
  const options: Partial<RESTOptions> = {
    ...(api === undefined ? {} : { api: apiRoot(api) }),
    timeout: requestTimeout,
    // The pace keeps to the limit that discord.js would keep to once per lane. Discord's limit does not count responses.
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    makeRequest: measured(withWholeBody, measures),
  }
  const invalid = countInvalid(requestsPerSecond, log)
  const common: Common = { token, options, invalid, measures, pace: createPace(requestsPerSecond, invalid.tooMany) }
  const { people, followUps } = createPeopleLane(common, answeredBefore)
  const { rounds, refused } = createRoundsLane(common)
  const all = { people, 'follow-ups': followUps, rounds }
  for (const [lane, rest] of Object.entries(all)) logLimits(lane, rest, log)
  return {
    people,
    rounds,
    options,
    refused,
    close: () => {
      for (const rest of Object.values(all)) {
        rest.clearHandlerSweeper()
        rest.clearHashSweeper()
      }
    },
  }
}

/** Only responses go with the interaction's own token. */
const isResponse = ({ auth }: InternalRequest) => auth === false

/**
 * First responses and edits can be repeated, but Discord has no nonce for follow-ups: a retry after an error or a reset could show a person
 * the same message twice. https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
 */
function createPeopleLane({ token, options, pace, invalid, measures }: Common, answeredBefore: () => void): { readonly people: REST; readonly followUps: REST } {
  const people = new REST({ ...options, makeRequest: measured(reported(withCloseAsReset, invalid.answered), measures), retries: 2 })
  const followUps = new REST({ ...options, makeRequest: measured(reported(withWholeBody, invalid.answered), measures), retries: 0 })
  people.request = (request) => {
    const send = () => REST.prototype.request.call(people.setToken(token), request)
    if (!isResponse(request)) return pace.inTurn(send, 'person')
    const isFollowUp = request.method === RequestMethod.Post && request.fullRoute.startsWith('/webhooks/')
    if (isFollowUp) return followUps.request(request)
    return send().catch((error: unknown) => {
      if (hasCode(error, alreadyAcknowledged)) answeredBefore()
      throw error
    })
  }
  return { people, followUps }
}

/** Rate limits up to this many milliseconds are waited out. A longer one is an error, and the delivery tries again later. */
const shortWait = 5_000

function createRoundsLane({ token, options, pace, invalid, measures }: Common): { readonly rounds: REST; readonly refused: () => boolean } {
  let refused = false
  const request = reported(withWholeBody, (answer) => {
    refused = answer.status === 401
    invalid.answered(answer)
    pace.took(answer.milliseconds)
  })
  const makeRequest = measured(request, measures)
  const rejectOnRateLimit = ({ timeToReset, retryAfter }: RateLimitData) => Math.max(timeToReset, retryAfter) > shortWait
  const rest = new REST({ ...options, makeRequest, retries: 0, rejectOnRateLimit })
  // The token is set before each use: discord.js forgets it after a single 401, which an outage of Discord can cause too. Edits wait for
  // everything else: today's question matters more than yesterday's explanation.
  rest.request = (asked) => pace.inTurn(() => REST.prototype.request.call(rest.setToken(token), asked), asked.method === RequestMethod.Patch ? 'edit' : 'round')
  return { rounds: rest, refused: () => refused }
}

function logLimits(lane: string, rest: REST, log: Log): void {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset: wait, scope }: RateLimitData) => {
    log.debug({ lane, route, wait, scope }, 'waiting for a rate limit of Discord')
  })
}

/** Without the version, which discord.js adds itself. */
const apiRoot = (api: string) => api.replace(/\/+$/, '').replace(/\/v\d+$/, '')
