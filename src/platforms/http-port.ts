// The one port at which platforms reach the bot over HTTP: each answers at paths of its own, whether the others are connected or not.
import { createServer, type RequestListener, type Server } from 'node:http'
import { StartError } from './platform.ts'

export type Route = {
  /** How the paths begin that are its own; `/` for all that nobody else has. */
  readonly prefixes: readonly string[]
  readonly listener: RequestListener
}

export type HttpPort = {
  /** Opens the port unless it is open, and answers at the route. The longest prefix counts, and of two the first. @throws StartError */
  readonly open: (route: Route) => Promise<void>
  /** Waits for requests under way, but no longer than `within` milliseconds, and closes the port if no other route is open. */
  readonly close: (route: Route, within: number) => Promise<void>
  readonly isOpen: () => boolean
  /** Undefined while it is closed. */
  readonly number: () => number | undefined
}

/**
 * Platforms give up on a request after 3 s, so a slower one is not theirs. Node's own defaults are five minutes for a request, checked
 * every 30 s.
 */
const timeouts = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 }

/** @param port 0 for any that is free */
export function createHttpPort(port: number): HttpPort {
  const routes = new Set<Route>()
  let server: Server | undefined
  let opening: Promise<void> | undefined

  const dispatch: RequestListener = (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const fitting = [...routes].flatMap((route) => route.prefixes.filter((prefix) => path.startsWith(prefix)).map((prefix) => ({ route, length: prefix.length })))
    const route = fitting.toSorted((one, other) => other.length - one.length)[0]?.route
    if (route === undefined) response.writeHead(404).end()
    else route.listener(request, response)
  }

  async function listen(): Promise<void> {
    const made = createServer(timeouts, dispatch)
    try {
      await new Promise<void>((resolve, reject) => {
        made.once('error', reject)
        made.listen(port, resolve)
      })
      server = made
    } catch (cause) {
      opening = undefined
      throw new StartError(`The bot can’t open port ${port} (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). Set PORT to a free one.`, { cause })
    }
  }

  return {
    open: async (route) => {
      await (opening ??= listen())
      routes.add(route)
    },
    close: async (route, within) => {
      if (!routes.delete(route) || routes.size > 0 || server === undefined) return
      const closing = server
      server = undefined
      opening = undefined
      const timer = setTimeout(() => closing.closeAllConnections(), within)
      await new Promise((resolve) => {
        closing.close(resolve)
        closing.closeIdleConnections()
      })
      clearTimeout(timer)
    },
    isOpen: () => server?.listening ?? false,
    number: () => {
      const address = server?.address()
      return typeof address === 'object' && address !== null ? address.port : undefined
    },
  }
}
