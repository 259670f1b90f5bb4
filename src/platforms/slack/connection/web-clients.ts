// The clients of Slack's Web API that speak for the bot.
import { webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import { boltLogger } from './bolt-logger.ts'
import { measuredFetch } from './measured-fetch.ts'

export type WebApiConfig = {
  /** Another address of the Web API. */
  readonly apiUrl?: string
  readonly log: Log
  readonly measures?: PlatformMeasures | undefined
}

/** The calls that the bot makes. */
export type WebApi = Pick<webApi.WebClient, 'apiCall'> & {
  readonly auth: Pick<webApi.WebClient['auth'], 'test'>
  readonly chat: Pick<webApi.WebClient['chat'], 'postMessage' | 'postEphemeral' | 'update'>
  readonly conversations: Pick<webApi.WebClient['conversations'], 'history' | 'info'>
  readonly usergroups: { readonly users: Pick<webApi.WebClient['usergroups']['users'], 'list'> }
  readonly users: Pick<webApi.WebClient['users'], 'info' | 'list'>
  readonly views: Pick<webApi.WebClient['views'], 'open' | 'publish' | 'update'>
}

export type WebClients = {
  /** Sends each call once: what failed without a clear answer may have been posted. */
  readonly once: WebApi
  /** Retries: for calls that may safely arrive twice. */
  readonly web: WebApi
}

export const usualRetries = 2

/**
 * New options for one client. Never with `headers`: a client writes its token into that object, and every client that shares it then
 * speaks for the first workspace. Always with `retryConfig`: the default retries for half an hour.
 */
export function clientOptions({ apiUrl, log, measures }: WebApiConfig, retries: number): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...measuredFetch(measures),
    timeout: 10_000,
    retryConfig: { retries, minTimeout: 250, maxTimeout: 2_000 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  }
}

export function createWebClients(config: WebApiConfig & { readonly botToken: string }): WebClients {
  return {
    once: new webApi.WebClient(config.botToken, clientOptions(config, 0)),
    web: new webApi.WebClient(config.botToken, clientOptions(config, usualRetries)),
  }
}
