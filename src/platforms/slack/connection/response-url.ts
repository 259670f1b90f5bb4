// Replies to a response_url: small POSTs on connections that stay open. Every press has one, so this is made lean.
import { Agent, type Dispatcher } from 'undici'

export type Responder = {
  /** @throws ResponseRefused where the address has expired or was used too often, or cannot be reached */
  send(url: string, body: string): Promise<void>
  close(): Promise<void>
}

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses: 5 uses within 30 minutes */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused'
  readonly code = 'response-refused'
}

const patience = 10_000
const atOnce = 64

const headers = ['content-type', 'application/json; charset=utf-8']

export function createResponder(): Responder {
  const agent = new Agent({ connections: atOnce, headersTimeout: patience, bodyTimeout: patience, connect: { timeout: patience } })
  const post = (url: string, body: string): Promise<number> => {
    // Cheaper than `new URL` on a path that every press takes.
    const slash = url.indexOf('/', 8)
    const [origin, path] = slash < 0 ? [url, '/'] : [url.slice(0, slash), url.slice(slash)]
    return new Promise((resolve, reject) => {
      agent.dispatch({ origin, path, method: 'POST', headers, body }, statusHandler(resolve, reject))
    })
  }
  return {
    send: async (url, body) => {
      // A connection that the other side closed while it was idle fails once; to show a private message twice does no harm.
      const status = await post(url, body).catch(() => post(url, body)).catch((cause: unknown) => {
        throw new ResponseRefused('the response_url could not be reached', { cause })
      })
      if (status < 200 || status > 299) throw new ResponseRefused(`the response_url answered with HTTP ${status}`)
    },
    // Whatever is still under way has had its time.
    close: () => agent.destroy(),
  }
}

function statusHandler(resolve: (status: number) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  let status = 0
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_, code) => {
      status = code
    },
    onResponseData: () => undefined,
    onResponseEnd: () => resolve(status),
    onResponseError: (_, error) => reject(error),
  }
}
