// The clients of Slack's Web API that all workspaces share. They have no token of their own: each call brings one.
import { webApi } from '@slack/bolt'
import { clientOptions, usualRetries, type WebApiConfig } from '../connection/web-clients.ts'

/** One workspace that has to wait holds up no other: that's what `rejectRateLimitedCalls` is for. */
const mostAtOnce = 500

export type SharedClients = { readonly once: webApi.WebClient; readonly web: webApi.WebClient }

export function sharedClients(config: WebApiConfig): SharedClients {
  const client = (retries: number) => new webApi.WebClient(undefined, { ...clientOptions(config, retries), maxRequestConcurrency: mostAtOnce })
  return { once: client(0), web: client(usualRetries) }
}
