// An HTTP client for the response_url that comes with each press and command: small POSTs over connections that stay open. It is
// lean because nearly every press uses it.
import { Agent, type Dispatcher } from 'undici'
import type { PlatformMeasures } from '../../../core/measures.ts'
import { slackHosts } from './slack-hosts.ts'

export type ResponseUrlClient = {
  /** @throws ResponseUrlRefused if the URL has expired, was used too often or cannot be reached */
  send(url: string, body: string): Promise<void>
  /** Breaks off whatever is still being sent. */
  close(): Promise<void>
}

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses: 5 uses within 30 minutes */
export class ResponseUrlRefused extends Error {
  override readonly name = 'ResponseUrlRefused'
  readonly code = 'response-url-refused'
}

/** In milliseconds, for each step: connecting, headers, body. */
const timeout = 10_000
const mostConnections = 64

const headers = ['content-type', 'application/json; charset=utf-8']

/**
 * @param apiUrl another address of the Web API: its host may be answered, too
 */
export function createResponseUrlClient(apiUrl?: string, measures?: PlatformMeasures): ResponseUrlClient {
  const isSlack = slackHosts(apiUrl)
  const agent = new Agent({ connections: mostConnections, headersTimeout: timeout, bodyTimeout: timeout, connect: { timeout } })
  const send = (url: string, body: string): Promise<Answered> => {
    // Cheaper than `new URL`, on a path that every press takes.
    const slash = url.indexOf('/', 8)
    const [origin, path] = slash < 0 ? [url, '/'] : [url.slice(0, slash), url.slice(slash)]
    if (!isSlack(origin)) return Promise.reject(new Error('its host does not belong to Slack'))
    return new Promise((resolve, reject) => {
      agent.dispatch({ origin, path, method: 'POST', headers, body }, answerHandler(resolve, reject))
    })
  }
  const post = measures === undefined ? send : measured(send, measures)
  return {
    send: async (url, body) => {
      // A connection that Slack closed while it was idle fails once. Showing a private message twice does no harm.
      const { status, refused } = await post(url, body).catch(() => post(url, body)).catch((cause: unknown) => {
        throw new ResponseUrlRefused('could not reach the response_url', { cause })
      })
      if (status < 200 || status > 299 || refused) throw new ResponseUrlRefused(`the response_url answered with HTTP ${status}`)
    },
    close: () => agent.destroy(),
  }
}

type Post = (url: string, body: string) => Promise<Answered>

function measured(post: Post, { requested }: PlatformMeasures): Post {
  return async (url, body) => {
    const began = performance.now()
    try {
      const answer = await post(url, body)
      requested('response_url', answer.refused ? 'refused' : String(answer.status), performance.now() - began)
      return answer
    } catch (fault) {
      requested('response_url', 'failed', performance.now() - began)
      throw fault
    }
  }
}

/** `refused`: says so in its body, whatever the status. */
type Answered = { readonly status: number; readonly refused: boolean }

/** In bytes: enough for `{"ok":false,"error":"…"}`. */
const bodyRead = 200

function answerHandler(resolve: (answer: Answered) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  let status = 0
  let body = ''
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_, code) => {
      status = code
    },
    onResponseData: (_, chunk) => {
      if (body.length < bodyRead) body += chunk.toString('utf8', 0, bodyRead)
    },
    onResponseEnd: () => resolve({ status, refused: /^\s*\{\s*"ok"\s*:\s*false/u.test(body) }),
    onResponseError: (_, error) => reject(error),
  }
}
