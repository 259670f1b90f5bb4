// How a single request is made, for discord.js's REST clients.
import { DefaultRestOptions, type RESTOptions } from 'discord.js'
import { networkCode } from './errors.ts'

type MakeRequest = RESTOptions['makeRequest']

/** Reads the body inside the request. discord.js's timeout ends with the headers, so a body that never arrives would hang otherwise. */
export const withWholeBody: MakeRequest = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, await withFormAsBytes(init))
  const body = await answer.arrayBuffer()
  return new Response(body.byteLength === 0 ? null : body, { status: answer.status, statusText: answer.statusText, headers: [...answer.headers] })
}

/** The HTTP client that does the work may be another part's of this process, in a version that knows no forms of this one. */
async function withFormAsBytes(init: Parameters<MakeRequest>[1]): Promise<Parameters<MakeRequest>[1]> {
  if (!(init.body instanceof FormData)) return init
  const form = new Response(init.body)
  const headers = new Headers([...Object.entries((init.headers ?? {}) as Record<string, string>), ['content-type', form.headers.get('content-type') ?? '']])
  return { ...init, body: new Uint8Array(await form.arrayBuffer()), headers: Object.fromEntries(headers) }
}

/** Reports a connection that the other side closed as a reset: discord.js retries resets only. */
export const withCloseAsReset: MakeRequest = async (url, init) => {
  try {
    return await withWholeBody(url, init)
  } catch (error) {
    throw networkCode(error) === 'UND_ERR_SOCKET' ? Object.assign(new Error('The connection was closed', { cause: error }), { code: 'ECONNRESET' }) : error
  }
}

/** `scope`: whose limit was exceeded, for a 429. */
export type Answered = { readonly status: number; readonly scope: string | null; /** How long it took. */ readonly milliseconds: number }

/** Reports each answer. */
export function reported(make: MakeRequest, answered: (answer: Answered) => void): MakeRequest {
  return async (url, init) => {
    const began = performance.now()
    const answer = await make(url, init)
    answered({ status: answer.status, scope: answer.headers.get('x-ratelimit-scope'), milliseconds: performance.now() - began })
    return answer
  }
}
