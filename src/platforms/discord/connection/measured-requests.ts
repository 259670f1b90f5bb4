// Measures the requests to Discord: each by its method and route, without the ids in it.
import type { RESTOptions } from 'discord.js'
import type { PlatformMeasures } from '../../../core/measures.ts'

type MakeRequest = RESTOptions['makeRequest']

/** @param measures absent: the request as it is */
export function measured(makeRequest: MakeRequest, measures: PlatformMeasures | undefined): MakeRequest {
  if (measures === undefined) return makeRequest
  return async (url, init) => {
    const began = performance.now()
    const route = `${init.method ?? 'GET'} ${routeOf(url)}`
    try {
      const answer = await makeRequest(url, init)
      measures.requested(route, String(answer.status), performance.now() - began)
      const seconds = answer.status === 429 ? Number(answer.headers.get('retry-after') ?? Number.NaN) : Number.NaN
      if (seconds >= 0) measures.toWait(seconds * 1_000)
      return answer
    } catch (fault) {
      measures.requested(route, 'failed', performance.now() - began)
      throw fault
    }
  }
}

/** `/channels/:id/messages`. The part after the id of an interaction or a webhook is a secret. */
export const routeOf = (url: string): string =>
  url.replace(/^.*?\/v\d+(?=\/)|^https?:\/\/[^/]+/u, '').replace(/\?.*$/u, '').replaceAll(/\/\d+/gu, '/:id').replace(/(\/(?:webhooks|interactions)\/:id)\/[^/]+/u, '$1/:token').replace(/(\/reactions)\/.*$/u, '$1')
