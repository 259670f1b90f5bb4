// Slack with several workspaces behind one address: the consent page, tokens, and each call to the workspace of its token. Each workspace is a
// fake of its own.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'
import { string } from './raw.ts'
import type { Own } from './world.ts'

export type ManyCall = { readonly method: string; readonly token: string; readonly args: Readonly<Record<string, unknown>> }

/** What somebody agreed to on the consent page. */
type Code = { readonly workspaces: readonly FakeSlack[]; readonly redirectUri: string; readonly organization: string | null; used: boolean }

export type ManySlacks = {
  readonly apiUrl: string
  readonly app: { readonly clientId: string; readonly clientSecret: string; readonly signingSecret: string }
  readonly calls: ManyCall[]
  /** Takes no token of these any more. */
  readonly revoked: Map<string, string>
  /** What the next call of a method is answered with instead. */
  readonly faults: { readonly method: string; readonly error: string }[]
  workspace(name: string, own?: Own): Promise<FakeSlack>
  /** Somebody agrees, or not, on the page that the install link leads to. @returns where Slack sends them */
  agree(authorizeUrl: string, to: { readonly workspaces: readonly FakeSlack[]; readonly organization?: string } | 'no'): string
  close(): Promise<void>
}

export async function startManySlacks(now: () => number = Date.now): Promise<ManySlacks> {
  const app = { clientId: '1111.2222', clientSecret: 'the-client-secret-of-the-fake', signingSecret: 'the-signing-secret-of-the-app' }
  const all: FakeSlack[] = []
  const codes = new Map<string, Code>()
  const [calls, revoked, faults]: [ManyCall[], Map<string, string>, { readonly method: string; readonly error: string }[]] = [[], new Map(), []]
  let ids = 0

  /** A new token at each installation, as Slack gives them; the one before is worth nothing. */
  function grant({ workspaces, organization }: Code): object {
    const [first] = workspaces
    if (first === undefined) throw new Error('no workspace')
    const token = `xoxb-token-${(ids += 1)}-${organization ?? first.world.team.id}`
    for (const { world } of workspaces) {
      revoked.set(world.botToken, 'token_revoked')
      world.botToken = token
      world.tokenFault = null
      world.organization = organization
    }
    const { team, app: { id, user } } = first.world
    return {
      ok: true, app_id: id, access_token: token, token_type: 'bot', bot_user_id: user, scope: [...first.world.scopes].join(','), authed_user: { id: 'U0INSTALLER' },
      team: organization === null ? { id: team.id, name: team.domain } : null, enterprise: organization === null ? null : { id: organization, name: 'The organization' }, is_enterprise_install: organization !== null,
    }
  }

  /** https://docs.slack.dev/reference/methods/oauth.v2.access */
  function access(args: Readonly<Record<string, unknown>>): object {
    const code = codes.get(string(args['code']))
    if (args['client_id'] !== app.clientId) return { ok: false, error: 'invalid_client_id' }
    if (args['client_secret'] !== app.clientSecret) return { ok: false, error: 'bad_client_secret' }
    if (code === undefined) return { ok: false, error: 'invalid_code' }
    if (code.used) return { ok: false, error: 'code_already_used' }
    if (args['redirect_uri'] !== code.redirectUri) return { ok: false, error: 'bad_redirect_uri' }
    code.used = true
    return grant(code)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString()
    const method = (request.url ?? '').replace('/api/', '')
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    const args = parse(body)
    calls.push({ method, token, args })
    const send = (answered: object) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answered))
    }
    const planned = faults.findIndex((fault) => fault.method === method)
    if (planned >= 0) return send({ ok: false, error: faults.splice(planned, 1)[0]?.error })
    if (method === 'oauth.v2.access') return send(access(args))
    if (method === 'api.test') return send({ ok: true })
    if (revoked.has(token)) return send({ ok: false, error: revoked.get(token) })
    const owners = all.filter(({ world }) => world.botToken === token)
    // A token of an organization says in each call which workspace is meant; who the bot is, is the same in all.
    const owner = owners.length > 1 ? (owners.find(({ world }) => world.team.id === args['team_id']) ?? (method === 'auth.test' ? owners[0] : undefined)) : owners[0]
    if (owner === undefined) return send({ ok: false, error: owners.length > 1 ? 'missing_argument' : 'invalid_auth' })
    const headers = { 'content-type': request.headers['content-type'] ?? '', authorization: request.headers.authorization ?? '' }
    const passed = await fetch(owner.apiUrl + method, { method: 'POST', headers, body })
    const kept = [...passed.headers].filter(([name]) => ['content-type', 'retry-after', 'x-oauth-scopes'].includes(name))
    response.writeHead(passed.status, Object.fromEntries(kept))
    response.end(await passed.text())
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    app, calls, revoked, faults,
    workspace: async (name, own = {}) => {
      const [short, domain] = [name.toUpperCase(), name.toLowerCase()]
      const slack = await startFakeSlack(now, undefined, { team: { id: `T0${short}`, domain }, app: { id: 'A0STUDY', user: `U0BOT${short}`, bot: `B0BOT${short}` }, botToken: `xoxb-none-${domain}`, ...own })
      all.push(slack)
      return slack
    },
    agree: (authorizeUrl, to) => {
      const asked = new URL(authorizeUrl).searchParams
      const back = new URL(asked.get('redirect_uri') ?? '')
      const state = asked.get('state') ?? ''
      if (asked.get('client_id') !== app.clientId) throw new Error('Slack knows no such app')
      if (to === 'no') back.search = new URLSearchParams({ error: 'access_denied', state }).toString()
      else {
        const code = `code-${(ids += 1)}`
        codes.set(code, { workspaces: to.workspaces, redirectUri: asked.get('redirect_uri') ?? '', organization: to.organization ?? null, used: false })
        back.search = new URLSearchParams({ code, state }).toString()
      }
      return back.href
    },
    close: async () => {
      await Promise.all(all.map((slack) => slack.close()))
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
