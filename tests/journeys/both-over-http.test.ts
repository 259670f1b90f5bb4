// Slack and Discord over HTTP in one process, on one port, with the health of the bot beside them.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Fault } from '../fakes/slack/world.ts'
import { due, openBoth } from './both-platforms.ts'

const down: Fault = { kind: 'status', status: 503, stored: false }

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function overHttp() {
  const both = await openBoth()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const ask = async (path: string, method = 'GET') => (await fetch(`${origin}${path}`, { method })).status
  return { ...both, origin, ask, begin: () => both.start({ SLACK_SIGNING_SECRET: '0123456789abcdef', PORT: String(port), DISCORD_PUBLIC_KEY: both.discord.overHttp.publicKey }) }
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
