// Starting, staying connected and stopping, over the wire.
import { describe, expect, test } from 'vitest'
import { StartError } from '../../../src/platforms/platform.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { refused } from '../../fakes/discord/faults.ts'
import type { Json } from '../../fakes/discord/world.ts'
import { openStage } from './stage.ts'
import { say } from '../told-bot.ts'

const commands = /^\/applications\/\d+\/commands$/

async function refusalOf(work: Promise<unknown>): Promise<StartError> {
  const failure = await work.then(() => undefined, (error: unknown) => error)
  if (!(failure instanceof StartError)) throw new Error(`no StartError: ${String(failure)}`)
  return failure
}

describe('the start', () => {
  test('connects with the intent for servers alone, and is healthy then', async () => {
    const { discord, platform, start } = await openStage()
    expect(platform.healthy()).toBe(false)
    await start()
    expect([platform.healthy(), discord.gateway.counts.identified, discord.gateway.connected()]).toEqual([true, 1, 1])
  })

  test('registers the commands, and the next start registers nothing', async () => {
    const { discord, start, platform, another, handler } = await openStage()
    await start()
    expect(discord.asked('PUT', commands)).toHaveLength(1)
    expect(discord.world.commands.map(({ name, default_member_permissions: needs, contexts, integration_types: where }) => [name, needs, contexts, where])).toEqual([
      ['study', null, [0, 1, 2], [0, 1]],
      ['study-account', null, [0, 1, 2], [0, 1]],
      ['study-admin', '32', [0, 1], [0]],
    ])
    await platform.stop()
    await another().start(handler)
    expect(discord.asked('GET', commands)).toHaveLength(2)
    expect(discord.asked('PUT', commands)).toHaveLength(1)
    expect(discord.violations).toEqual([])
  })

  test('registers for servers and the direct messages with the bot where people cannot install the app, until they can', async () => {
    const { discord, start, platform, another, handler } = await openStage()
    discord.world.userInstall = false
    await start()
    const study = () => discord.world.commands.find(({ name }) => name === 'study')
    expect(study()).toMatchObject({ contexts: [0, 1], integration_types: [0] })
    await platform.stop()
    discord.world.userInstall = true
    await another().start(handler)
    expect(study()).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(discord.violations).toEqual([])
  })

  test.each<readonly [string, (command: Json) => Json]>([
    ['it works in servers alone', (command) => ({ ...command, contexts: [0] })],
    ['people could not install it', (command) => ({ ...command, integration_types: [0] })],
    ['a description differs', (command) => ({ ...command, description: 'older' })],
    ['the permissions differ', (command) => ({ ...command, default_member_permissions: '8' })],
    ['an option is missing', (command) => ({ ...command, options: (command['options'] as unknown[]).slice(1) })],
  ])('registers the commands again where %s', async (_, change) => {
    const { discord, start, platform, another, handler } = await openStage()
    await start()
    await platform.stop()
    discord.world.commands = discord.world.commands.map(change)
    await another().start(handler)
    expect(discord.asked('PUT', commands)).toHaveLength(2)
  })

  test('takes away commands of another time', async () => {
    const { discord, start } = await openStage()
    discord.world.commands = [{ id: '1', name: 'quiz', description: 'old', type: 1 }]
    await start()
    expect(discord.world.commands.map(({ name }) => name)).toEqual(['study', 'study-account', 'study-admin'])
  })

  test('goes on where the commands cannot be registered, and tries that again', async () => {
    const { discord, start, log, platform } = await openStage({ timing: { retry: 1 } })
    discord.faults.plan('PUT', commands, { kind: 'answer', status: 500 }, 2)
    await start()
    expect(platform.healthy()).toBe(true)
    await until(() => discord.world.commands.length === 3, 'the commands')
    expect(log.filter(({ level }) => level === 'error').length).toBeGreaterThan(0)
  })

  test('is refused in one sentence where the token is wrong, and does not show it', async () => {
    const { another, handler, log } = await openStage()
    const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token-of-somebody'
    const refusal = await refusalOf(another({ token }).start(handler))
    expect(refusal.message).toContain('DISCORD_TOKEN')
    expect(refusal.message.split('\n')).toHaveLength(1)
    expect(JSON.stringify([refusal.message, refusal.stack, log])).not.toContain(token)
  })

  test.each([
    [4004, /DISCORD_TOKEN/],
    [4013, /intents/],
    [4014, /intent/],
    [4011, /2,500 servers/],
  ])('is refused where the gateway closes with %d', async (code, sentence) => {
    const { discord, start } = await openStage()
    discord.gateway.manners.refuseIdentify = code
    expect((await refusalOf(start())).message).toMatch(sentence)
  })

  test.each([
    [3, 2_500, /^The bot is in 2,500 servers\. .*Set DISCORD_PUBLIC_KEY and PORT/u],
    [9, 9_000, /^The bot is in 9,000 servers/u],
  ])('is refused before it connects where Discord recommends %d shards for %d servers', async (shards, servers, sentence) => {
    const { discord, start } = await openStage()
    Object.assign(discord.world, { recommendedShards: shards, guildCount: servers })
    expect((await refusalOf(start())).message).toMatch(sentence)
    expect(discord.gateway.counts.identified).toBe(0)
  })

  test.each([['fewer servers', 1_500, undefined], ['nobody says how many servers', 9_000, { kind: 'answer', status: 500 } as const]])('works with a line in the log where Discord recommends two shards, but %s', async (_, servers, fault) => {
    const { discord, start, platform, log } = await openStage()
    Object.assign(discord.world, { recommendedShards: 2, guildCount: servers })
    if (fault !== undefined) discord.faults.plan('GET', /^\/applications\/@me$/, fault)
    await start()
    expect(platform.healthy()).toBe(true)
    expect(log).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringContaining('DISCORD_PUBLIC_KEY') }))
  })

  test('says that nobody gets an answer where Discord sends interactions elsewhere', async () => {
    const { discord, start, log } = await openStage()
    discord.faults.plan('GET', /^\/applications\/@me$/, { kind: 'answer', status: 200, body: { id: discord.world.applicationId, interactions_endpoint_url: 'https://elsewhere.example' } })
    await start()
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', message: expect.stringContaining('remove that URL') }))
  })

  test('is refused, naming the address, where Discord cannot be reached', async () => {
    const { discord, another, handler } = await openStage()
    discord.goDark()
    expect((await refusalOf(another({ timing: { retry: 1 } }).start(handler))).message).toContain(discord.url)
  })

  test('outlasts a short failure of Discord', async () => {
    const { discord, another, handler } = await openStage()
    discord.faults.plan('GET', /^\/gateway\/bot$/, refused(503, 0, 'Service Unavailable'), 2)
    await another({ timing: { retry: 1 } }).start(handler)
    expect(discord.gateway.connected()).toBe(1)
  })

  test('takes an address with a version and a slash at its end', async () => {
    const { discord, another, handler } = await openStage()
    const platform = another({ apiUrl: `${discord.url}/v10/` })
    await platform.start(handler)
    expect(platform.healthy()).toBe(true)
  })
})

describe('interactions right after the start', () => {
  test('are answered although a server is in an outage, which holds them back in the library', async () => {
    const first = await openStage()
    await first.start()
    const { discord, platform, another, handler, bob, channel, bot } = first
    await platform.stop()
    discord.world.addGuild('in an outage').unavailable = true
    bot.answer = () => [say('in time')]
    const starting = another().start(handler)
    await until(() => discord.gateway.counts.identified === 2, 'the second connection')
    const asked = discord.people.command(bob, channel, '/study status')
    expect(textOf(await discord.people.seen(asked))).toContain('in time')
    await starting
    expect(asked.errors).toEqual([])
  })
})

describe('the connection', () => {
  test('is taken up again after a cut, and what was pressed meanwhile is answered', async () => {
    const { discord, start, bob, channel, platform } = await openStage()
    await start()
    discord.gateway.cut()
    const asked = discord.people.command(bob, channel, '/study status')
    await discord.people.seen(asked)
    expect([discord.gateway.counts.resumed, discord.gateway.counts.identified, platform.healthy()]).toEqual([1, 1, true])
  })

  test('is taken up again where Discord asks for it', async () => {
    const { discord, start, bob, channel } = await openStage()
    await start()
    discord.gateway.askToReconnect()
    await until(() => discord.gateway.counts.resumed === 1, 'the resume')
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
  })

  // The library itself waits 5 s between two sessions.
  test('is made anew where Discord has forgotten the session', async () => {
    const { discord, start, bob, channel } = await openStage()
    await start()
    discord.gateway.invalidate()
    await until(() => discord.gateway.counts.identified === 2, 'the second session')
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
  })

  test('counts as healthy through a short cut, and not where it is resumed without an answer for longer than the grace', async () => {
    const { discord, start, platform } = await openStage({ timing: { grace: 400 } })
    await start()
    discord.gateway.manners.ignoreResume = true
    discord.gateway.cut()
    expect(platform.healthy()).toBe(true)
    await until(() => !platform.healthy(), 'the end of the grace')
    discord.gateway.manners.ignoreResume = false
    discord.gateway.cut()
    await until(() => platform.healthy(), 'the recovery')
  })

  test('lives on where Discord answers, however little happens on it', async () => {
    const { discord, start, platform, log } = await openStage({ timing: { silence: 1_000 } })
    await start()
    await until(() => discord.gateway.counts.heartbeats >= 4, 'four signs of life that were asked for')
    expect([discord.gateway.counts.resumed, discord.gateway.counts.identified, platform.healthy()]).toEqual([0, 1, true])
    expect(log.filter(({ level }) => level === 'warn')).toEqual([])
  })

  test('is made anew where it died without a word, and what was pressed meanwhile is answered', async () => {
    const { discord, start, bob, channel, platform } = await openStage({ timing: { silence: 400 } })
    await start()
    discord.gateway.fallSilent()
    const asked = discord.people.command(bob, channel, '/study status')
    expect(textOf(await discord.people.seen(asked))).toContain('An answer')
    expect([discord.gateway.counts.resumed, discord.gateway.counts.identified, platform.healthy()]).toEqual([1, 1, true])
  })

  test('is made anew with another session where Discord does not answer for the old one', async () => {
    const { discord, start, bob, channel, platform } = await openStage({ timing: { silence: 400 } })
    await start()
    discord.gateway.manners.ignoreResume = true
    discord.gateway.cut()
    await until(() => discord.gateway.counts.identified === 2, 'another session')
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
    expect(platform.healthy()).toBe(true)
  })

  test('is not healthy where nothing is heard of it for longer than the grace', async () => {
    const { discord, start, platform } = await openStage({ timing: { silence: 200, grace: 800 } })
    await start()
    discord.gateway.manners.silent = true
    discord.gateway.fallSilent()
    await until(() => !platform.healthy(), 'the end of the grace')
    discord.gateway.manners.silent = false
    await until(() => platform.healthy(), 'the recovery')
    expect(discord.gateway.counts.identified).toBeGreaterThan(0)
  })

  test('is not healthy from the moment on at which Discord ends it for good', async () => {
    const { discord, start, platform, log } = await openStage()
    await start()
    discord.gateway.closeAll(4004)
    await until(() => !platform.healthy(), 'the end')
    expect(log.find(({ level }) => level === 'error')?.message).toContain('DISCORD_TOKEN')
  })
})

describe('a server', () => {
  test('that takes the bot out is told to the bot; one in an outage is not', async () => {
    const { discord, start, guild, bot } = await openStage()
    const other = discord.world.addGuild('other')
    await start()
    discord.outage(other)
    discord.removeBot(guild)
    await until(() => bot.removed.length > 0, 'the removal')
    expect(bot.removed).toEqual([`discord:${guild.id}`])
  })

  test('that the bot joins later works at once', async () => {
    const { discord, start } = await openStage()
    await start()
    const guild = discord.world.addGuild('new')
    const channel = discord.world.addChannel(guild)
    const eve = discord.world.addPerson(guild, { username: 'eve' })
    discord.addBot(guild)
    expect(textOf(await discord.people.seen(discord.people.command(eve, channel, '/study status')))).toContain('An answer')
  })
})

describe('presence', () => {
  test('tells who is here and who is gone, and is silent about people it cannot ask about', async () => {
    const { discord, start, platform, guild, ada, bob } = await openStage()
    await start()
    guild.members.delete(bob.id)
    const person = (id: string) => `discord:${guild.id}:u:${id}`
    const seen = await platform.presence([person(ada.id), person(bob.id), 'discord:111111111111111111:u:222222222222222222', 'slack:T1:U1'])
    expect([...seen]).toEqual([[person(ada.id), { gone: false, name: 'Ada Lovelace' }], [person(bob.id), { gone: true, name: null }]])
    discord.faults.plan('GET', /members/, { kind: 'answer', status: 500 })
    expect([...(await platform.presence([person(ada.id), person(bob.id)]))]).toEqual([])
  })
})

describe('the name of somebody who is here', () => {
  test.each<[string, { readonly nick?: string | null; readonly globalName?: string | null }, string]>([
    ['the nickname', { nick: 'Robert', globalName: 'Bob B.' }, 'Robert'],
    ['the name everywhere', { globalName: 'Bob B.' }, 'Bob B.'],
    ['the handle', {}, 'eve'],
    ['never an empty one', { nick: '', globalName: '' }, 'eve'],
  ])('is %s', async (_, names, expected) => {
    const { discord, start, platform, guild } = await openStage()
    await start()
    const eve = discord.world.addPerson(guild, { username: 'eve', ...names })
    const person = `discord:${guild.id}:u:${eve.id}`
    expect((await platform.presence([person])).get(person)).toEqual({ gone: false, name: expected })
  })
})

describe('the stop', () => {
  test('waits for what is in hand, closes the connection, and can be repeated', async () => {
    const { discord, start, platform, bob, channel, bot } = await openStage()
    await start()
    const { promise, resolve } = Promise.withResolvers<void>()
    bot.answer = () => promise.then(() => [say('last words')])
    const asked = discord.people.command(bob, channel, '/study status')
    await until(() => asked.acknowledged === 5, 'the deferral')
    const stopping = platform.stop()
    resolve()
    await stopping
    expect(textOf(await discord.people.seen(asked))).toContain('last words')
    await until(() => discord.gateway.connected() === 0, 'the closed connection')
    await platform.stop()
    expect(platform.healthy()).toBe(false)
  })

  test('works before the start and in the middle of a lost connection, which is not taken up again then', async () => {
    const { discord, start, platform, another, log } = await openStage()
    await another().stop()
    await start()
    discord.goDark()
    await until(() => log.find(({ message }) => message.startsWith('reconnecting')), 'a try to reconnect')
    await platform.stop()
    expect(platform.healthy()).toBe(false)
    discord.comeBack()
    // The library tries twice a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect([discord.gateway.connected(), discord.gateway.counts.resumed]).toEqual([0, 0])
  })
})
