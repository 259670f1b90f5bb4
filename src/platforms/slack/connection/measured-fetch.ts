// Measures the requests of Slack's clients: each by its method and by what Slack said.
import type { PlatformMeasures } from '../../../core/measures.ts'

type Fetch = typeof globalThis.fetch

/** @returns an option for one of Slack's clients; none where nothing is measured */
export const measuredFetch = (measures: PlatformMeasures | undefined): { readonly fetch?: Fetch } => (measures === undefined ? {} : { fetch: fetchWith(measures) })

function fetchWith({ requested, toWait }: PlatformMeasures): Fetch {
  return async (url, init) => {
    const began = performance.now()
    const method = methodOf(url instanceof Request ? url.url : String(url))
    const over = (code: string) => requested(method, code, performance.now() - began)
    try {
      const response = await fetch(url, init)
      if (response.status !== 200) {
        over(String(response.status))
        const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
        if (seconds >= 0) toWait(seconds * 1_000)
        return response
      }
      return withText(response, over)
    } catch (fault) {
      over('failed')
      throw fault
    }
  }
}

/** Slack says what went wrong in the body, whatever the status; the client reads it anyway. */
function withText(response: Response, over: (code: string) => void): Response {
  const text = async () => {
    try {
      const body = await Response.prototype.text.call(response)
      over(codeIn(body))
      return body
    } catch (fault) {
      over('failed')
      throw fault
    }
  }
  return Object.defineProperty(response, 'text', { value: text })
}

/** The beginning is enough: `{"ok":false,"error":"not_in_channel"`. */
const codeIn = (body: string): string => (/^\s*\{\s*"ok"\s*:\s*false/u.test(body) ? (/"error"\s*:\s*"(\w+)"/u.exec(body)?.[1] ?? 'error') : 'ok')

/** `https://slack.com/api/chat.postMessage`. Files go to addresses with ids in them. */
const methodOf = (url: string): string => /\/api\/([a-zA-Z0-9.]+)(?:$|\?)/u.exec(url)?.[1] ?? 'upload'
