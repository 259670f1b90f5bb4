// The door in front of Bolt's receiver, over a bare socket: nothing that Slack has not signed gets through, and what it has signed
// gets through as it was. tests/fuzz/slack-http-door.test.ts asks the same of the whole bot.
import { createHmac } from 'node:crypto'
import { createServer, METHODS } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BufferedIncomingMessage } from '@slack/bolt'
import { verified } from '../../../src/platforms/slack/connection/signed-body.ts'
import { livedTime } from '../../fakes/lived-time.ts'
import { sign } from '../../fakes/slack/transport.ts'
import { signingSecret, startedStage } from './stage.ts'

const form = 'application/x-www-form-urlencoded'
const command = 'command=%2Fstudy&text=pause&user_id=U0ADA&channel_id=C0STUDY&team_id=T0STUDY&trigger_id=1.2.3'
const json = JSON.stringify({ type: 'event_callback', event: { type: 'app_uninstalled' }, event_id: 'Ev1', team_id: 'T0STUDY' })
const now = () => Math.floor(Date.now() / 1000)

type Passed = { readonly method: string | undefined; readonly url: string | undefined; readonly body: string | undefined; readonly type: string | undefined }

/** The door, with something behind it that writes down what gets through and says 200. */
async function openGate() {
  const passed: Passed[] = []
  const server = createServer(verified(signingSecret, (request, response) => {
    const { rawBody } = request as Partial<BufferedIncomingMessage>
    passed.push({ method: request.method, url: request.url, body: rawBody?.toString(), type: request.headers['content-type'] })
    response.end()
  }))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { passed, send: (...pieces: readonly (string | Buffer)[]) => send((server.address() as AddressInfo).port, pieces) }
}

/** Writes the pieces one after the other. @returns the status of each answer, when the other side has closed */
async function send(port: number | undefined, pieces: readonly (string | Buffer)[]): Promise<readonly number[]> {
  const socket = connect(port ?? 0, '127.0.0.1').setNoDelay()
  let said = ''
  socket.setEncoding('latin1').on('data', (text: string) => void (said += text)).on('error', () => undefined)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece)
    await new Promise(setImmediate)
  }
  await closed
  return [...said.matchAll(/^HTTP\/1\.1 (\d+)/gmu)].map(([, status]) => Number(status)).filter((status) => status !== 100)
}

type Head = { readonly method?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly last?: boolean }

/** @param more lines as they stand, for headers that come twice */
function request(body: string | Buffer, { method = 'POST', path = '/slack/events', headers = {}, last = true }: Head = {}, more: readonly string[] = []): string {
  const lines = Object.entries({ host: 'bot', 'content-type': form, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path} HTTP/1.1`, ...lines, ...more, `content-length: ${Buffer.byteLength(body)}`, ...(last ? ['connection: close'] : []), '', body].join('\r\n')
}

function chunked(body: Buffer, sizes: readonly number[], headers: Readonly<Record<string, string>>): readonly Buffer[] {
  const head = Object.entries({ host: 'bot', 'content-type': form, 'transfer-encoding': 'chunked', connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`)
  const pieces = [Buffer.from(`POST /slack/events HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)]
  for (let from = 0, turn = 0; from < body.length; turn += 1) {
    const part = body.subarray(from, from + (sizes[turn % sizes.length] ?? 1))
    pieces.push(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]))
    from += part.length
  }
  return [...pieces, Buffer.from('0\r\n\r\n')]
}

/** Headers that prove nothing for this body, if they are sent within a minute. */
const unproven = (body: string): readonly Readonly<Record<string, string>>[] => {
  const right = sign(signingSecret, body)
  const { 'x-slack-signature': signature = '', 'x-slack-request-timestamp': at = '' } = right
  return [
    {}, sign('another secret', body), sign('', body), sign(signingSecret, `${body} `), sign(signingSecret, `${body}${body}x`), ...(body === '' ? [] : [sign(signingSecret, body.slice(1)), sign(signingSecret, '')]),
    sign(signingSecret, body, now() - 310), sign(signingSecret, body, now() + 360), { 'x-slack-signature': signature }, { 'x-slack-request-timestamp': at },
    ...['V0', 'v1', 'v00', 'v0=v0', ''].map((version) => ({ ...right, 'x-slack-signature': signature.replace('v0', version) })),
    { ...right, 'x-slack-signature': signature.toUpperCase() }, { ...right, 'x-slack-signature': `${signature.slice(0, 20)} ${signature.slice(20)}` },
    { ...right, 'x-slack-signature': `${signature}0` }, { ...right, 'x-slack-signature': signature.slice(0, -1) }, { ...right, 'x-slack-signature': `"${signature}"` },
    ...[`${at} 0`, `+${at}`, `0${at}`, `${at}.0`, `${at}e0`, `0x${Number(at).toString(16)}`, 'Infinity', '٣'.repeat(10)].map((time) => ({ ...right, 'x-slack-request-timestamp': time })),
    { 'x-http-method-override': 'GET', 'x-original-url': '/healthz', 'x-forwarded-for': '127.0.0.1', authorization: `Bearer ${signingSecret}` },
  ]
}

describe('what is not signed', () => {
  test('reaches nobody, whatever its method, path, type, length and framing', async () => {
    const { passed, send: sendTo } = await openGate()
    const methods = METHODS.filter((method) => method !== 'CONNECT')
    const anyRequest = fc.record({
      method: fc.oneof(fc.constant('POST'), fc.constantFrom(...methods)),
      path: fc.constantFrom('/slack/events', '/slack/events/', '/slack/events?payload=1', '//slack/events', 'http://bot/slack/events', '/healthz', '/readyz', '/%73lack/events', '/../slack/events', '//', '*', '/slack/install'),
      body: fc.constantFrom(command, json, '', '{}', `ssl_check=1&${command}&${'x'.repeat(200)}`, `ssl_check=0&${command}`, 'ssl_check=1&ssl_check=1', 'x'.repeat(1_000_001)),
      type: fc.constantFrom(form, `${form}; charset=utf-8`, form.toUpperCase(), 'application/json', 'text/plain', 'multipart/form-data', ''),
      proof: fc.nat(),
      chunks: fc.option(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 3 })),
    })
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path, body, type, proof, chunks }) => {
        passed.length = 0
        const all = unproven(body)
        const headers = { 'content-type': type, ...all[proof % all.length] }
        const big = chunks?.map((size) => (body.length > 10_000 ? size + 10_000 : size))
        const statuses = big === undefined || method !== 'POST' ? await sendTo(request(body, { method, path, headers })) : await sendTo(...chunked(Buffer.from(body), big, headers))
        expect(passed.filter((each) => each.method === 'POST' || each.body !== undefined)).toEqual([])
        const allowed = method === 'POST' ? [400, 401, 413] : [200, 400]
        expect(statuses.filter((status) => !allowed.includes(status))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each([...unproven(command).keys()])('stays out with the headers no. %d', async (index) => {
    const { passed, send: sendTo } = await openGate()
    const headers = unproven(command)[index] ?? {}
    expect([await sendTo(request(command, { headers })), passed]).toEqual([[401], []])
  })

  test.each(['x-slack-signature', 'x-slack-request-timestamp'])('stays out where %s comes twice', async (name) => {
    const { passed, send: sendTo } = await openGate()
    const right = sign(signingSecret, command)
    for (const other of [right[name] ?? '', 'v0=0', '']) expect(await sendTo(request(command, { headers: right }, [`${name}: ${other}`]))).toEqual([401])
    expect(passed).toEqual([])
  })

  test('stays out between two signed ones on the same connection, with the headers of the first', async () => {
    const { passed, send: sendTo } = await openGate()
    const [first, third] = ['command=a&text=1', 'command=c&text=3']
    const headers = sign(signingSecret, first)
    const statuses = await sendTo([
      request(first, { headers, last: false }), request('command=b&text=2', { headers, last: false }), request(third, { headers: sign(signingSecret, third) }),
    ].join(''))
    expect(statuses).toEqual([200, 401, 200])
    expect(passed.map(({ body }) => JSON.parse(body ?? ''))).toEqual([{ command: 'a', text: '1' }, { command: 'c', text: '3' }])
  })

  test('stays out in the body of another request, and behind two lengths', async () => {
    const { passed, send: sendTo } = await openGate()
    await sendTo(request(request(command), { method: 'GET', path: '/healthz' }))
    expect(passed.map(({ method, body }) => [method, body])).toEqual([['GET', undefined]])
    const proof = sign(signingSecret, command)
    expect(await sendTo(request(command, { headers: { ...proof, 'transfer-encoding': 'chunked' } }))).toEqual([400])
    expect(await sendTo(request(command, { headers: proof }, ['content-length: 3']))).toEqual([400])
    expect(passed).toHaveLength(1)
  })

  test.each([['upgrade', { upgrade: 'websocket', connection: 'upgrade' }], ['expect', { expect: '100-continue' }], ['trailer', { trailer: 'x-slack-signature' }]])('stays out with the header %s', async (_, headers) => {
    const { passed, send: sendTo } = await openGate()
    const statuses = await sendTo(request(command, { headers, last: true }))
    expect([statuses.filter((status) => status < 400), passed]).toEqual([[], []])
  })

  test('stays out where the signature comes after the body', async () => {
    const { passed, send: sendTo } = await openGate()
    const trailers = Object.entries(sign(signingSecret, command)).map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const pieces = chunked(Buffer.from(command), [40], { trailer: 'x-slack-signature, x-slack-request-timestamp' })
    expect([await sendTo(...pieces.slice(0, -1), `0\r\n${trailers}\r\n`), passed]).toEqual([[401], []])
  })

  test('asks whether the certificate is good, and hands nothing on with that', async () => {
    const { passed, send: sendTo } = await openGate()
    expect([await sendTo(request('ssl_check=1&token=x&payload=%7B%7D')), passed]).toEqual([[200], []])
  })
})

describe('what is signed', () => {
  test('gets through with the bytes that were signed, however they were cut', async () => {
    const { passed, send: sendTo } = await openGate()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), async (text, sizes) => {
        passed.length = 0
        const body = JSON.stringify({ text })
        expect(await sendTo(...chunked(Buffer.from(body), sizes, { 'content-type': 'application/json', ...sign(signingSecret, body) }))).toEqual([200])
        expect(JSON.parse(passed[0]?.body ?? '')).toEqual({ text })
      }),
      { numRuns: 50 },
    )
  })

  test('is taken once for each time that it is sent on one connection', async () => {
    const { passed, send: sendTo } = await openGate()
    const headers = sign(signingSecret, command)
    expect(await sendTo(request(command, { headers, last: false }) + request(command, { headers }))).toEqual([200, 200])
    expect(passed).toHaveLength(2)
  })

  test.each([
    ['bytes that are no text, as JSON', 'application/json', Buffer.from([0xff, 0xfe, 0x7b, 0x7d])],
    ['bytes that are no text, in a form', form, Buffer.from('payload=%FF%FE')],
    ['a list', 'application/json', Buffer.from('[]')],
  ])('is refused where it is %s', async (_, type, body) => {
    const { passed, send: sendTo } = await openGate()
    const at = String(now())
    const signature = createHmac('sha256', signingSecret).update(`v0:${at}:`).update(body).digest('hex')
    const proof = { 'content-type': type, 'x-slack-signature': `v0=${signature}`, 'x-slack-request-timestamp': at }
    expect([await sendTo(...chunked(body, [3], proof)), passed]).toEqual([[400], []])
  })
})

describe('a page that there is not', () => {
  test.each([['GET', '//'], ['GET', '/slack/events'], ['PUT', '/slack/events'], ['HEAD', '//'], ['OPTIONS', '*'], ['GET', '/%']])('is answered with 404 and without a word in the log (%s %s)', async (method, path) => {
    const { platform, log, requests } = await startedStage({ signingSecret, port: 0 })
    expect(await send(platform.port(), [request('', { method, path })])).toEqual([404])
    expect([requests, log.filter(({ level }) => level === 'error')]).toEqual([[], []])
  })
})

describe('somebody who takes their time', () => {
  const begun = request(command, { headers: sign(signingSecret, command) })

  test.each([
    ['the head of a request', () => [begun.slice(0, 60)]],
    ['the body of a request', () => [begun.slice(0, -10)]],
    ['the body of a request that is too long', () => [request('x'.repeat(2_000_000)).slice(0, -10)]],
  ])('over %s is cut off after some seconds', async (_, pieces) => {
    const { platform, requests } = await startedStage({ signingSecret, port: 0 })
    const start = livedTime()
    await send(platform.port(), pieces())
    expect(livedTime() - start).toBeLessThan(9_000)
    expect(requests).toEqual([])
  })

  test('holds no stop up', async () => {
    const { platform, requests } = await startedStage({ signingSecret, port: 0 })
    const sent = send(platform.port(), [begun.slice(0, -10)])
    await new Promise((resolve) => setTimeout(resolve, 100))
    const start = livedTime()
    await platform.stop()
    await sent
    expect(livedTime() - start).toBeLessThan(4_500)
    expect(requests).toEqual([])
  })
})
