// Slack and Discord over HTTP in one process, on one port, with the health of the bot beside them.
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../fakes/free-port.ts'
import { startManySlacks } from '../fakes/slack/many.ts'
import type { Fault } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { due, openBoth } from './both-platforms.ts'
import { textOf } from './slack-town.ts'

const down: Fault = { kind: 'status', status: 503, stored: false }

async function overHttp() {
  const both = await openBoth()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const ask = async (path: string, method = 'GET') => (await fetch(`${origin}${path}`, { method })).status
  return { ...both, origin, ask, begin: (more: Record<string, string> = {}) => both.start({ SLACK_SIGNING_SECRET: '0123456789abcdef', PORT: String(port), DISCORD_PUBLIC_KEY: both.discord.overHttp.publicKey, ...more }) }
}

test('both are answered and get their question, strangers are not, and a stop closes the port', async () => {
  const { begin, discord, origin, ask, status, wait, posts, lines, stop } = await overHttp()
  await begin()
  expect(await discord.overHttp.saveEndpoint(origin)).toBe(true)
  expect(await status()).toContain('09:00')
  expect(await Promise.all([ask('/healthz'), ask('/readyz'), ask('/slack/events', 'POST'), ask('/discord/interactions', 'POST'), ask('/discord/interactions'), ask('/elsewhere')])).toEqual([200, 200, 401, 401, 405, 404])
  await wait(due)
  expect(posts()).toEqual({ slack: 1, discord: 1 })
  expect([discord.gateway.connected(), discord.violations]).toEqual([0, []])
  expect(lines.join('')).not.toContain(discord.token)
  await stop()
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
})

test('Discord is answered while Slack is away, and the port stays the same when it comes', async () => {
  const { begin, slack, discord, origin, ask, status, slackIsThere } = await overHttp()
  slack.fail('auth.test', down, Infinity)
  await begin()
  expect(await discord.overHttp.saveEndpoint(origin)).toBe(true)
  expect(await status()).toContain('09:00')
  expect(await Promise.all([ask('/healthz'), ask('/readyz'), ask('/slack/events', 'POST')])).toEqual([200, 503, 404])
  slack.world.faults.splice(0)
  await slackIsThere()
  expect(await Promise.all([ask('/readyz'), ask('/slack/events', 'POST')])).toEqual([200, 401])
  expect(await status()).toContain('09:00')
})

/** The bot of both serves any number of workspaces of Slack, of which there is one. */
async function forMany() {
  const both = await overHttp()
  const slacks = await startManySlacks()
  onTestFinished(() => slacks.close())
  const [workspace, healthPort] = [await slacks.workspace('One'), await freePort()]
  workspace.addUser('U0EVE', 'Eve', { admin: true })
  workspace.addChannel('C0ONE')
  const { clientId, clientSecret, signingSecret } = slacks.app
  await both.begin({
    SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_API_URL: slacks.apiUrl, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret,
    SLACK_STATE_SECRET: 'a-state-secret-of-the-journey', PUBLIC_URL: both.origin, TOKEN_KEYS: `1:${randomBytes(32).toString('base64')}`, HEALTH_PORT: String(healthPort),
  })
  workspace.useHttp(`${both.origin}/slack/events`, signingSecret)
  const install = async () => {
    const response = await fetch(`${both.origin}/slack/install`, { redirect: 'manual' })
    const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
    return (await fetch(slacks.agree(response.headers.get('location') ?? '', { workspaces: [workspace] }), { headers: { cookie } })).status
  }
  return { ...both, workspace, secrets: [clientSecret, signingSecret], install, metrics: async () => (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text() }
}

test('Slack for many workspaces has its pages, installations, and requests on the port that Discord has too, and all of it is measured', async () => {
  const { discord, origin, ask, status, workspace, secrets, install, metrics, lines, stop } = await forMany()
  expect(await discord.overHttp.saveEndpoint(origin)).toBe(true)
  expect(await Promise.all(['/', '/privacy', '/support', '/healthz', '/readyz', '/slack/oauth_redirect?state=x&code=y', '/discord/interactions', '/elsewhere'].map((path) => ask(path)))).toEqual([200, 200, 200, 200, 200, 400, 405, 404])
  expect(await Promise.all(['/slack/events', '/discord/interactions', '/'].map((path) => ask(path, 'POST')))).toEqual([401, 401, 401])
  expect(await install()).toBe(200)
  await workspace.command('U0EVE', 'C0ONE', 'help')
  const reply = await until(() => workspace.whispers('U0EVE')[0], 'help in the workspace')
  expect(textOf(reply)).toContain('/study')
  expect(await status()).toContain('09:00')
  const text = await metrics()
  for (const platform of ['slack', 'discord']) expect(text).toMatch(new RegExp(`studyhall_acknowledgement_seconds_count\\{platform="${platform}",kind="command"\\} [1-9]`, 'u'))
  expect(text).toMatch(/studyhall_platform_requests_total\{platform="slack",method="oauth\.v2\.access",code="ok"\} 1/u)
  for (const secret of [...secrets, workspace.world.botToken, 'T0ONE', 'U0EVE']) expect(text).not.toContain(secret)
  for (const secret of [...secrets, workspace.world.botToken]) expect(lines.join('')).not.toContain(secret)
  await stop()
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
})
