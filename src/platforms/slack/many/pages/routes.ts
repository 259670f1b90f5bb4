// The pages that the bot serves beside Slack's requests.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HTTPReceiver } from '@slack/bolt'
import { landingPage } from './landing.ts'
import { pageHeaders, written, type Page, type Site } from './layout.ts'
import { privacyPage } from './privacy.ts'
import { supportPage } from './support.ts'

type Routes = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['customRoutes']>

export function pageRoutes(site: Site): Routes {
  const pages: Readonly<Record<string, Page>> = { '/': landingPage(site), '/privacy': privacyPage(site), '/support': supportPage(site) }
  return Object.entries(pages).map(([path, page]) => ({ path, method: ['GET', 'HEAD'], handler: (request, response) => answer(request, response, 200, page) }))
}

/** @param isPrivate it's about what one person just did */
export function answer(request: IncomingMessage, response: ServerResponse, status: number, page: Page, { isPrivate = false } = {}): void {
  response.writeHead(status, { ...pageHeaders, 'cache-control': isPrivate ? 'no-store' : 'public, max-age=300' })
  response.end(request.method === 'HEAD' ? undefined : written(page))
}
