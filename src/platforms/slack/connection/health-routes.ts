// GET /healthz and /readyz, on the port that Slack's requests arrive at.
import type { HTTPReceiver } from '@slack/bolt'

/** What to answer to a health check at this path. */
export type HealthReport = (path: string) => Promise<{ readonly status: number; readonly body: object }>

type Routes = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['customRoutes']>

const paths = ['/healthz', '/readyz']

export function healthRoutes(health: HealthReport): Routes {
  return paths.map((path) => ({
    path,
    method: 'GET',
    handler: (_request, response) => {
      void health(path).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(`${JSON.stringify(body)}\n`)
      })
    },
  }))
}
