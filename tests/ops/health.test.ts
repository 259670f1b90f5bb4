import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { serveHealth, type Health } from '../../src/ops/health.ts'

let close: () => void = () => undefined
afterEach(() => close())

async function ask(path: string, health: Partial<Health>): Promise<[number, unknown]> {
  const server = await serveHealth({ port: 0, host: '127.0.0.1' }, { alive: async () => true, database: () => undefined, posting: () => true, problems: () => [], alone: () => true, platforms: () => ({}), ...health })
  close = () => server.close()
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return [answer.status, await answer.json()]
}

it('says that it is alive as long as the heart beats and the ledger answers', async () => {
  expect(await ask('/healthz', {})).toEqual([200, { alive: true }])
})

it('says that it is not where the ledger fails', async () => {
  expect(await ask('/healthz', { alive: () => Promise.reject(new Error('closed')) })).toEqual([503, { alive: false }])
})

it('is ready only with every platform connected', async () => {
  expect(await ask('/readyz', { platforms: () => ({ slack: true, discord: false }) })).toEqual([503, { ready: false, alive: true, database: true, posting: true, alone: true, platforms: { slack: true, discord: false }, problems: ['The bot isn’t connected to Discord, or its token is refused. It keeps trying; the log says why.'] }])
  close()
  expect(await ask('/readyz', { platforms: () => ({ slack: true }) })).toMatchObject([200, { ready: true }])
})

it('is ready only where answers can be kept', async () => {
  expect(await ask('/readyz', { database: () => 'The disk is full.', platforms: () => ({ slack: true }) })).toMatchObject([503, { ready: false, alive: true, database: false, problems: ['The disk is full.'] }])
})

it('is ready only where no question waits to be posted', async () => {
  expect(await ask('/readyz', { posting: () => false, platforms: () => ({ slack: true }) })).toMatchObject([503, { ready: false, alive: true, database: true, posting: false }])
})

it('is ready only where nothing keeps failing, and says what does', async () => {
  expect(await ask('/readyz', { problems: () => ['Slack is silent.'], platforms: () => ({ slack: true }) })).toMatchObject([503, { ready: false, problems: ['Slack is silent.'] }])
})

it('knows nothing else', async () => {
  expect((await ask('/', {}))[0]).toBe(404)
})

it('says what to do where another program has the port', async () => {
  const other = await serveHealth({ port: 0, host: '127.0.0.1' }, health())
  close = () => other.close()
  const { port } = other.address() as AddressInfo
  await expect(serveHealth({ port, host: '127.0.0.1' }, health())).rejects.toThrow(`Another program uses port ${port}. Stop it, or set HEALTH_PORT to another port.`)
})

it('says what to do where the host is none of this machine', async () => {
  await expect(serveHealth({ port: 0, host: '192.0.2.1' }, health())).rejects.toThrow(/HEALTH_HOST \(192\.0\.2\.1\) isn't an address of this machine/u)
})

it('is asked from this machine alone', async () => {
  const server = await serveHealth({ port: 0, host: '127.0.0.1' }, health())
  close = () => server.close()
  expect(server.address()).toMatchObject({ address: '127.0.0.1' })
})

const health = (): Health => ({ alive: async () => true, database: () => undefined, posting: () => true, problems: () => [], alone: () => true, platforms: () => ({}) })
