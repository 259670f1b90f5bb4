// Health for a supervisor over HTTP: is the process alive, and can it do its work?
import { createServer, type Server } from 'node:http'

export type Health = {
  /** The heartbeat beats and the ledger answers. False: restart the process. */
  readonly alive: () => Promise<boolean>
  /** Answers can be stored. False on a full disk, for example, which a restart does not mend. */
  readonly writable: () => boolean
  /** By name of each configured platform: whether it is connected and allowed to do its work. */
  readonly platforms: () => Readonly<Record<string, boolean>>
}

/** Answers GET /healthz and GET /readyz with 200 or 503 and a small JSON object. Rejects if the port cannot be opened. */
export async function serveHealth(port: number, health: Health): Promise<Server> {
  const server = createServer((request, response) => {
    void report(request.url ?? '', health).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(`${JSON.stringify(body)}\n`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return server
}

/** The response to a request for `path`. Slack's HTTP receiver serves it too. */
export async function report(path: string, health: Health): Promise<{ readonly status: number; readonly body: object }> {
  const alive = await health.alive().catch(() => false)
  const platforms = health.platforms()
  switch (path.split('?')[0]) {
    case '/healthz':
      return { status: alive ? 200 : 503, body: { alive } }
    case '/readyz': {
      const database = health.writable()
      const ready = alive && database && Object.values(platforms).every(Boolean)
      return { status: ready ? 200 : 503, body: { ready, alive, database, platforms } }
    }
    default:
      return { status: 404, body: { error: 'ask for /healthz or /readyz' } }
  }
}
