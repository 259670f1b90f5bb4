// What comes in over HTTP: only what Discord has signed, as it was sent, in time, and once.
import { generateKeyPairSync } from 'node:crypto'
import { request as startRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { overHttp } from '../../fakes/discord/mode.ts'
import { textOf } from '../../fakes/discord/people.ts'
import type { Json } from '../../fakes/discord/world.ts'
import { until } from '../../fakes/until.ts'
import { openStage, type Stage } from './stage.ts'

overHttp()

const interactions = '/discord/interactions'

async function started(config: Parameters<typeof openStage>[0] = {}, now?: () => number): Promise<Stage> {
  const stage = await openStage(config, now)
  await stage.start()
  return stage
}

type Headers = Readonly<Record<string, string>>
type Sent = { readonly headers?: Headers; readonly path?: string; readonly method?: string }

async function send({ origin, discord }: Stage, body: string, { headers = discord.overHttp.headersFor(body), path = interactions, method = 'POST' }: Sent = {}): Promise<Response> {
  return fetch(`${origin()}${path}`, { method, headers, ...(method === 'POST' || method === 'PUT' ? { body } : {}) })
}

/** What Discord would send if Bob typed a command; nobody has sent it. */
function typed({ discord, guild, channel, bob }: Stage, more: Json = {}): string {
  return JSON.stringify({
    id: discord.world.newId(), token: `typed-${discord.world.newId()}`, application_id: discord.world.applicationId, type: 2, data: { id: '1', name: 'study', type: 1, options: [{ name: 'status', type: 1, options: [] }] },
    guild_id: guild.id, channel: { id: channel.id, type: 0 }, member: { user: { id: bob.id, username: bob.username }, permissions: '0' }, authorizing_integration_owners: { 0: guild.id }, context: 0, app_permissions: '0', ...more,
  })
}

/** What was sent before this has been taken in, if it ever is. */
async function settled({ discord, bob, channel, requests }: Stage): Promise<void> {
  const before = requests.length
  await discord.people.seen(discord.people.command(bob, channel, '/study today'))
  await until(() => requests.length > before, 'the request of a person')
}

/** Written out, for no program would make them. */
const deep = {
  options: `${'{"options":['.repeat(20_000)}1${']}'.repeat(20_000)}`,
  choice: `{"custom_id":"v1:x","component_type":3,"values":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
}

const seconds = () => Math.floor(Date.now() / 1000)

describe('the address', () => {
  test('is taken by the portal, which tries a wrong signature on purpose, and then people are answered there', async () => {
    const stage = await started()
    const { discord, bob, channel } = stage
    expect(discord.overHttp.endpoint()).toBe(stage.origin())
    const asked = discord.people.command(bob, channel, '/study status')
    expect(textOf(await discord.people.seen(asked))).toContain('An answer')
    expect(discord.overHttp.deliveries).toEqual([{ status: 202, body: '' }])
    expect([discord.gateway.connected(), discord.violations]).toEqual([0, []])
  })

  test('acknowledges in time where the bot takes long', async () => {
    const stage = await started({ timing: { defer: 20 } })
    const { discord, bob, channel, bot } = stage
    const { promise, resolve } = Promise.withResolvers<void>()
    bot.answer = () => promise.then(() => [])
    const asked = discord.people.command(bob, channel, '/study status')
    expect(await until(() => asked.acknowledged ?? undefined, 'the deferral')).toBe(5)
    resolve()
  })

  test('answers a health check, and nothing else to strangers', async () => {
    const stage = await openStage()
    const port = await withHealth(stage)
    const ask = async (path: string, method = 'GET') => (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status
    expect(await Promise.all([ask('/healthz'), ask('/readyz?x=1'), ask('/healthz', 'POST'), ask(interactions), ask(interactions, 'PUT'), ask('/discord/interactions/'), ask('/discord'), ask('/'), ask('/slack/events', 'POST')])).toEqual([200, 503, 405, 405, 405, 404, 404, 404, 404])
    expect((await fetch(`http://127.0.0.1:${port}${interactions}`)).headers.get('allow')).toBe('POST')
  })

  test('is closed while the bot stops, and Discord tells people so', async () => {
    const stage = await started()
    const { bot, discord, bob, channel, platform } = stage
    const { promise, resolve } = Promise.withResolvers<void>()
    bot.answer = () => promise.then(() => [])
    discord.people.command(bob, channel, '/study status')
    await until(() => stage.requests.length === 1, 'the request')
    const stopping = platform.stop()
    expect((await send(stage, typed(stage))).status).toBe(503)
    resolve()
    await stopping
    expect(stage.requests).toHaveLength(1)
  })
})

async function withHealth(stage: Stage): Promise<number | undefined> {
  const { createHttpPort } = await import('../../../src/platforms/http-port.ts')
  const port = createHttpPort(0)
  const platform = stage.another({ http: { publicKey: stage.discord.overHttp.publicKey, port, health: async (path) => ({ status: path === '/healthz' ? 200 : 503, body: { path } }) } })
  await platform.start(stage.handler)
  return port.number()
}

describe('nobody reaches the bot with a request that', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey

  test.each<[string, number, (stage: Stage, body: string) => Headers]>([
    ['is signed with another key', 401, ({ discord }, body) => discord.overHttp.headersFor(body, seconds(), stranger)],
    ['was changed on its way', 401, ({ discord }, body) => discord.overHttp.headersFor(`${body} `)],
    ['has the signature of another time', 401, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'x-signature-timestamp': String(seconds() - 1) })],
    ['is six minutes old', 401, ({ discord }, body) => discord.overHttp.headersFor(body, seconds() - 360)],
    ['comes from six minutes ahead', 401, ({ discord }, body) => discord.overHttp.headersFor(body, seconds() + 360)],
    ['has no signature', 401, () => ({ 'content-type': 'application/json', 'x-signature-timestamp': String(seconds()) })],
    ['has no time', 401, ({ discord }, body) => ({ 'content-type': 'application/json', 'x-signature-ed25519': discord.overHttp.headersFor(body)['x-signature-ed25519'] ?? '' })],
    ['has half a signature', 401, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'x-signature-ed25519': '00'.repeat(32) })],
    ['has a signature of other signs', 401, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'x-signature-ed25519': 'zz'.repeat(64) })],
    ['has a signature of zeros', 401, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'x-signature-ed25519': '00'.repeat(64) })],
    ['has a time that is none', 401, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'x-signature-timestamp': '1e9' })],
    ['is a form', 415, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'content-type': 'application/x-www-form-urlencoded' })],
    ['is some text', 415, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'content-type': 'text/plain' })],
    ['has another kind of JSON', 415, ({ discord }, body) => ({ ...discord.overHttp.headersFor(body), 'content-type': 'application/jsonp' })],
  ])('%s', async (_, status, headers) => {
    const stage = await started()
    const body = typed(stage)
    const response = await send(stage, body, { headers: headers(stage, body) })
    expect([response.status, await response.text()]).toEqual([status, ''])
    await settled(stage)
    expect(stage.requests.map(({ kind }) => kind)).toEqual(['command'])
    expect(stage.requests).toHaveLength(1)
  })

  test('repeats one that Discord has sent, at once or until its time has run out', async () => {
    const clock = { ahead: 0 }
    const stage = await started({}, () => Date.now() + clock.ahead)
    const body = typed(stage)
    const headers = stage.discord.overHttp.headersFor(body)
    const again = async () => (await send(stage, body, { headers })).status
    expect([await again(), await again()]).toEqual([202, 202])
    clock.ahead = 290_000
    expect(await again()).toBe(202)
    clock.ahead = 310_000
    expect(await again()).toBe(401)
    clock.ahead = 0
    await settled(stage)
    expect(stage.requests).toHaveLength(2)
  })

  test.each([
    ['is no JSON', '{"type":2,'],
    ['is empty', ''],
    ['is a list', '[{"type":2}]'],
    ['is a number', '1'],
    ['is nothing', 'null'],
    ['has no id', '{"type":2}'],
    ['is a list in lists, a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('is signed and %s', async (_, body) => {
    const stage = await started()
    expect((await send(stage, body)).status).toBe(400)
    await settled(stage)
    expect(stage.requests).toHaveLength(1)
  })

  test.each<[string, Json]>([
    ['has options in options, twenty thousand deep', { data: 'options' }],
    ['has a choice in lists, a hundred thousand deep', { type: 3, data: 'choice', message: { id: '100000000000000004' } }],
    ['has a million components', { type: 5, data: { custom_id: 'v1:form:setup', components: Array.from({ length: 100_000 }, () => 0) } }],
    ['names the prototype of all objects', { data: JSON.parse('{"name":"study","options":[{"type":1,"name":"__proto__","options":[{"name":"__proto__","value":{"admin":true}}]}],"__proto__":{"x":1},"resolved":{"users":{"__proto__":{}}}}') as Json }],
    ['is of no kind', { type: 77 }],
    ['has a number for an id', { member: { user: { id: 5 } } }],
  ])('is signed, and crashes nothing where it %s', async (_, more) => {
    const stage = await started()
    const body = typed(stage, more).replace('"data":"options"', `"data":${deep.options}`).replace('"data":"choice"', `"data":${deep.choice}`)
    expect((await send(stage, body)).status).toBe(202)
    await settled(stage)
    expect(stage.requests.filter(({ asker }) => asker.admin)).toEqual([])
    expect(Object.prototype).not.toHaveProperty('admin')
  })

  test('is larger than any of Discord’s, with or without saying so', async () => {
    const stage = await started()
    const { discord, origin } = stage
    const body = typed(stage, { padding: 'x'.repeat(1_100_000) })
    const headers = discord.overHttp.headersFor(body)
    const { hostname, port } = new URL(origin())
    const status = (length: Headers) =>
      new Promise<number | undefined>((resolve) => {
        const sent = startRequest({ hostname, port, path: interactions, method: 'POST', headers: { ...headers, ...length } }, (response) => resolve(response.resume().statusCode))
        // The answer may come while the body is on its way.
        sent.on('error', () => undefined)
        sent.end(body)
      })
    expect(await status({ 'content-length': String(body.length) })).toBe(413)
    expect(await status({ 'transfer-encoding': 'chunked' })).toBe(413)
    await settled(stage)
    expect(stage.requests).toHaveLength(1)
  })

  test('is never finished: the bot hangs up, and answers others meanwhile', async () => {
    const stage = await started()
    const { port } = new URL(stage.origin())
    const headers = stage.discord.overHttp.headersFor('{}')
    const socket = connect(Number(port), '127.0.0.1')
    const closed = new Promise<void>((resolve) => void socket.on('close', () => resolve()).on('error', () => undefined).resume())
    socket.write(`POST ${interactions} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{`)
    await settled(stage)
    await closed
    expect(stage.requests).toHaveLength(1)
  })
})

test('a request whose time alone is wrong is said in the log, once, for the machine’s clock may be wrong', async () => {
  const stage = await started()
  const { discord, log } = stage
  const body = typed(stage)
  const said = () => log.filter(({ message }) => message.includes('set the machine\'s clock')).map(({ level }) => level)
  await send(stage, body, { headers: { ...discord.overHttp.headersFor(body, seconds() - 3_600), 'x-signature-ed25519': '11'.repeat(64) } })
  expect(said()).toEqual([])
  for (const off of [3_600, -3_600]) expect((await send(stage, body, { headers: discord.overHttp.headersFor(body, seconds() + off) })).status).toBe(401)
  expect(said()).toEqual(['warn'])
})

test('no token of an interaction, and nothing that was sent, is in the log', async () => {
  const stage = await started({ timing: { request: 100 } })
  await send(stage, typed(stage, { token: 'a-secret-token', member: { user: { id: 'nobody' } } }))
  await send(stage, typed(stage, { token: 'a-secret-token' }))
  await settled(stage)
  await until(() => stage.log.find(({ message }) => message.includes('could not answer')), 'the line in the log')
  expect(JSON.stringify(stage.log)).not.toContain('a-secret-token')
})
