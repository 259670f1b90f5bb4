// Requests over HTTP: what Slack has signed comes in, once; everything else stays out.
import { describe, expect, test } from 'vitest'
import { sign } from '../../fakes/slack/transport.ts'
import { commandPayload } from '../../fakes/slack/payloads.ts'
import { signingSecret, startedStage, whispered, type Stage } from './stage.ts'

const overHttp = () => startedStage({ signingSecret, port: 0, health: async (path) => ({ status: path === '/healthz' ? 200 : 503, body: { path } }) })
const form = 'application/x-www-form-urlencoded'

function commandBody({ slack }: Stage): string {
  return new URLSearchParams(commandPayload(slack.world, slack.apiUrl.replace('/api/', ''), 'U0ADA', 'C0STUDY', 'help') as Record<string, string>).toString()
}

async function send({ platform }: Stage, body: string, headers: Record<string, string>, path = '/slack/events', method = 'POST'): Promise<Response> {
  return fetch(`http://127.0.0.1:${platform.port()}${path}`, { method, headers, ...(method === 'POST' ? { body } : {}) })
}

const now = () => Math.floor(Date.now() / 1000)

describe('a request over HTTP', () => {
  test('is answered where Slack has signed it', async () => {
    const stage = await overHttp()
    await stage.slack.command('U0ADA', 'C0STUDY', 'help')
    await whispered(stage.slack, 'U0ADA', 'An answer')
    expect(stage.requests).toHaveLength(1)
  })

  test.each([
    ['is signed with another secret', (body: string) => sign('another secret', body)],
    ['was changed on its way', (body: string) => sign(signingSecret, `${body}x`)],
    ['is six minutes old', (body: string) => sign(signingSecret, body, now() - 360)],
    ['comes from the future', (body: string) => sign(signingSecret, body, now() + 3_600)],
    ['has no signature', () => ({ 'x-slack-request-timestamp': String(now()) })],
    ['has no time', (body: string) => ({ 'x-slack-signature': sign(signingSecret, body)['x-slack-signature'] ?? '' })],
    ['has half a signature', (body: string) => ({ ...sign(signingSecret, body), 'x-slack-signature': 'v0=' })],
    ['has a time that is none', (body: string) => ({ ...sign(signingSecret, body), 'x-slack-request-timestamp': '12abc' })],
  ])('stays out where it %s', async (_, headers) => {
    const stage = await overHttp()
    const body = commandBody(stage)
    const response = await send(stage, body, { 'content-type': form, ...headers(body) })
    expect([response.status, await response.text()]).toEqual([401, ''])
    expect(stage.requests).toEqual([])
  })

  test('whose time alone is wrong is said in the log, once, for the machine’s clock may be wrong', async () => {
    const stage = await overHttp()
    const body = commandBody(stage)
    for (const headers of [sign('another secret', body, now() - 360), sign(signingSecret, `${body}x`, now() - 360)]) await send(stage, body, { 'content-type': form, ...headers })
    const said = () => stage.log.filter(({ message }) => message.includes('set the machine\'s clock')).map(({ level }) => level)
    expect(said()).toEqual([])
    for (const off of [3_600, -3_600, 7_200]) expect((await send(stage, body, { 'content-type': form, ...sign(signingSecret, body, now() + off) })).status).toBe(401)
    expect(said()).toEqual(['warn'])
    expect(stage.requests).toEqual([])
  })

  test.each(['/slack/events/', '/slack/events?x=1', '//slack/events', '/SLACK/EVENTS', '/elsewhere'])('stays out unsigned at %s as well', async (path) => {
    const stage = await overHttp()
    const response = await send(stage, commandBody(stage), { 'content-type': form }, path)
    expect(response.status).toBe(401)
    expect(stage.requests).toEqual([])
  })

  test('is told that there is no such page', async () => {
    const stage = await overHttp()
    const body = commandBody(stage)
    expect((await send(stage, body, { 'content-type': form, ...sign(signingSecret, body) }, '/elsewhere')).status).toBe(404)
    expect((await send(stage, '', {}, '/slack/events', 'GET')).status).toBe(404)
  })

  test('is taken with a character set beside its type', async () => {
    const stage = await overHttp()
    const body = commandBody(stage)
    expect((await send(stage, body, { 'content-type': `${form}; charset=utf-8`, ...sign(signingSecret, body) })).status).toBe(200)
  })

  test.each([
    ['a form that is no JSON', form, 'payload=%7B'],
    ['a form with a broken escape', form, 'payload=%ZZ'],
    ['JSON that ends too soon', 'application/json', '{"type":'],
  ])('is refused as malformed: %s', async (_, type, body) => {
    const stage = await overHttp()
    expect((await send(stage, body, { 'content-type': type, ...sign(signingSecret, body) })).status).toBe(400)
  })

  test('is refused where it is larger than any of Slack’s', async () => {
    const stage = await overHttp()
    const body = 'x'.repeat(1_100_000)
    expect((await send(stage, body, { 'content-type': 'application/json', ...sign(signingSecret, body) })).status).toBe(413)
  })

  test('proves that the address is ours, and that the certificate is good', async () => {
    const stage = await overHttp()
    const body = JSON.stringify({ type: 'url_verification', challenge: 'say this', token: 'x' })
    const response = await send(stage, body, { 'content-type': 'application/json', ...sign(signingSecret, body) })
    expect(await response.json()).toEqual({ challenge: 'say this' })
    expect((await send(stage, 'ssl_check=1&token=x', { 'content-type': form })).status).toBe(200)
    expect((await send(stage, `ssl_check=1&${commandBody(stage)}`, { 'content-type': form })).status).toBe(401)
    expect(stage.requests).toEqual([])
  })

  test('keeps what people typed, whatever it is, with the quotation marks made straight', async () => {
    const stage = await overHttp()
    await stage.slack.command('U0ADA', 'C0STUDY', 'lookup a+b %41 = “ü” &amp; 100 %')
    await whispered(stage.slack, 'U0ADA', 'An answer')
    expect(stage.requests[0]).toMatchObject({ command: { values: { words: 'a+b %41 = "ü" & 100 %' } } })
  })
})

test('the health of the bot is told on the same port', async () => {
  const stage = await overHttp()
  const asked = await Promise.all(['/healthz', '/readyz'].map((path) => send(stage, '', {}, path, 'GET')))
  expect(asked.map(({ status }) => status)).toEqual([200, 503])
  expect(await Promise.all(asked.map((response) => response.json()))).toEqual([{ path: '/healthz' }, { path: '/readyz' }])
})
