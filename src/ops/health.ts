// Health for a supervisor over HTTP: is the process alive, and can it do its work?
import { createServer, type Server, type ServerResponse } from 'node:http'

export type Health = {
  /** The heartbeat beats and the ledger answers. False: restart the process. */
  readonly alive: () => Promise<boolean>
  /** Why no answers can be stored, and what to do; undefined if they can. A full disk, for example, which a restart does not mend. */
  readonly database: () => string | undefined
  /** No question has been waiting for minutes to be posted. */
  readonly posting: () => boolean
  /** What else the bot can't do although it keeps trying, and why: sentences for an operator. */
  readonly problems: () => readonly string[]
  /** No other process seems to use the same token. False does not mean that this one can't do its work: a new one starts while the old one ends. */
  readonly alone: () => boolean
  /** By name of each configured platform: whether it is connected and allowed to do its work. */
  readonly platforms: () => Readonly<Record<string, boolean>>
}

/** Where it is asked. The host is one of this machine's own addresses; 0.0.0.0 stands for all of them. */
export type Address = { readonly port: number; readonly host: string }

/** The message says what to do. */
export class HealthPortError extends Error {
  override readonly name = 'HealthPortError'
  constructor(port: number, host: string, cause: NodeJS.ErrnoException) {
    super(sentence(port, host, cause.code), { cause })
  }
}

function sentence(port: number, host: string, code: string | undefined): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Another program uses port ${port}. Stop it, or set HEALTH_PORT to another port.`
    case 'EACCES':
      return `The bot's user isn't allowed to open port ${port}. Set HEALTH_PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HEALTH_HOST (${host}) isn't an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for the whole network.`
    default:
      return `The health port ${port} on ${host} can't be opened (${code ?? 'unknown reason'}). Check HEALTH_PORT and HEALTH_HOST.`
  }
}

/** In Prometheus' text format. */
export type MetricsPage = { readonly contentType: string; readonly text: () => Promise<string> }

/**
 * Answers GET /healthz and GET /readyz with 200 or 503 and a small JSON object, and GET /metrics. Rejects with a sentence if the port cannot
 * be opened.
 */
export async function serveHealth({ port, host }: Address, health: Health, metrics?: MetricsPage): Promise<Server> {
  const server = createServer((request, response) => {
    if (metrics !== undefined && request.url?.split('?')[0] === '/metrics') return void serveMetrics(metrics, response)
    void report(request.url ?? '', health).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(`${JSON.stringify(body)}\n`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new HealthPortError(port, host, error)))
    server.listen(port, host, resolve)
  })
  return server
}

async function serveMetrics({ contentType, text }: MetricsPage, response: ServerResponse): Promise<void> {
  try {
    const body = await text()
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body)
  } catch {
    response.writeHead(503, { 'content-type': 'text/plain' }).end('The metrics can’t be read right now.\n')
  }
}

/** The response to a request for `path`. Slack's HTTP receiver serves it too. */
export async function report(path: string, health: Health): Promise<{ readonly status: number; readonly body: object }> {
  const alive = await health.alive().catch(() => false)
  const platforms = health.platforms()
  switch (path.split('?')[0]) {
    case '/healthz':
      return { status: alive ? 200 : 503, body: { alive } }
    case '/readyz': {
      const lost = health.database()
      const posting = health.posting()
      const problems = [...(alive ? [] : [stopped]), ...(lost === undefined ? [] : [lost]), ...Object.entries(platforms).flatMap(awayLine), ...health.problems()]
      const ready = posting && problems.length === 0
      return { status: ready ? 200 : 503, body: { ready, alive, database: lost === undefined, posting, alone: health.alone(), platforms, problems } }
    }
    default:
      return { status: 404, body: { error: 'ask for /healthz, /readyz, or /metrics' } }
  }
}

const stopped = 'The bot’s heartbeat has stopped, or its database doesn’t answer: restart the bot.'

function awayLine([name, isReady]: readonly [string, boolean]): readonly string[] {
  return isReady ? [] : [`The bot isn’t connected to ${name.slice(0, 1).toUpperCase()}${name.slice(1)}, or its token is refused. It keeps trying; the log says why.`]
}
