// Starting and stopping over HTTP, alone and beside Slack on the same port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHttpPort } from '../../../src/platforms/http-port.ts'
import { StartError } from '../../../src/platforms/platform.ts'
import { overHttp } from '../../fakes/discord/mode.ts'
import { openStage, type Stage } from './stage.ts'

overHttp()

const refusalOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error)
const withPort = ({ discord }: Stage, port: number) => ({ http: { publicKey: discord.overHttp.publicKey, port: createHttpPort(port) } })

describe('the start', () => {
  test('opens no gateway, registers the commands, and says what is still to do', async () => {
    const stage = await openStage()
    const { discord, platform, handler, log } = stage
    expect(platform.healthy()).toBe(false)
    await platform.start(handler)
    expect([platform.healthy(), discord.gateway.counts.identified, discord.asked('GET', /gateway/u)]).toEqual([true, 0, []])
    expect(discord.world.commands.map(({ name }) => name)).toEqual(['study', 'study-account', 'study-admin'])
    const said = () => log.filter(({ message }) => message.includes('set Interactions Endpoint URL'))
    expect(said()).toHaveLength(1)
    await platform.stop()
    expect(platform.healthy()).toBe(false)
  })

  test('says nothing of an address that is saved', async () => {
    const stage = await openStage()
    await stage.start()
    await stage.platform.stop()
    await stage.another().start(stage.handler)
    expect(stage.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })

  test('is refused in one sentence where the public key is that of another application', async () => {
    const { another, handler } = await openStage()
    const refusal = await refusalOf(another({ http: { publicKey: '0b'.repeat(32), port: createHttpPort(0) } }).start(handler))
    expect(refusal).toBeInstanceOf(StartError)
    expect(String(refusal)).toMatch(/DISCORD_PUBLIC_KEY belongs to another application.*General Information/u)
  })

  test('is refused where the token is wrong, and where the port is taken', async () => {
    const stage = await openStage()
    expect(String(await refusalOf(stage.another({ token: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token-of-somebody' }).start(stage.handler)))).toContain('DISCORD_TOKEN')
    const taken = createServer()
    await new Promise<void>((resolve) => void taken.listen(0, resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    expect(String(await refusalOf(stage.another(withPort(stage, port)).start(stage.handler)))).toContain(`can’t open port ${port} (EADDRINUSE). Set PORT`)
  })

  test('can be repeated on the same port after a failure', async () => {
    const stage = await openStage({ timing: { retry: 1 } })
    stage.discord.goDark()
    expect(await refusalOf(stage.platform.start(stage.handler))).toMatchObject({ code: 'unreachable' })
    stage.discord.comeBack()
    await stage.platform.stop()
    const again = stage.another()
    await again.start(stage.handler)
    expect(again.healthy()).toBe(true)
  })
})

test('one port serves several platforms, each at its own paths, whichever comes and goes first', async () => {
  const port = createHttpPort(0)
  const route = (name: string, ...prefixes: string[]) => ({ prefixes, listener: (_: unknown, response: { end: (text: string) => unknown }) => void response.end(name) })
  const [everything, discord] = [route('slack', '/'), route('discord', '/discord/', '/healthz')]
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port.number()}${path}`)).text()
  await Promise.all([port.open(everything), port.open(discord)])
  expect(await Promise.all(['/slack/events', '/discord/interactions?x', '/healthz', '/discord', '/'].map(ask))).toEqual(['slack', 'discord', 'discord', 'slack', 'slack'])
  await port.close(everything, 0)
  expect([await ask('/discord/interactions'), await ask('/slack/events'), port.isOpen()]).toEqual(['discord', '', true])
  await port.close(discord, 0)
  expect([port.isOpen(), port.number()]).toEqual([false, undefined])
  await port.open(everything)
  expect(await ask('/')).toBe('slack')
  await port.close(everything, 0)
})
