// Without a gateway nobody tells the bot about its servers: it asks, and notices what it is told by the way.
import { REST } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { minute } from '../../../src/core/time.ts'
import { askedServers } from '../../../src/platforms/discord/connection/asked-servers.ts'
import { groupId, personId, roleId } from '../../../src/platforms/discord/ids.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import { refused } from '../../fakes/discord/faults.ts'
import { overHttp } from '../../fakes/discord/mode.ts'
import { everyoneMay, permission, type Guild } from '../../fakes/discord/world.ts'
import { until } from '../../fakes/until.ts'
import { openStage, type Stage } from './stage.ts'

overHttp()

const question = samples.get('question') ?? notice('no sample', [])
const round = '0123456789abcdef'
const rollCalls = ({ discord }: Stage) => discord.asked('GET', /^\/users\/@me\/guilds$/).length
const isKnown = ({ platform }: Stage, guild: Guild) => platform.groupName?.(groupId(guild.id)) !== undefined

async function started(config: Parameters<typeof openStage>[0] = {}, prepare: (stage: Stage) => void = () => undefined): Promise<Stage> {
  const stage = await openStage(config)
  prepare(stage)
  await stage.start()
  await until(() => rollCalls(stage) > 0 && stage.platform.groupName?.(groupId('100000000000000099')) === undefined, 'the first roll call')
  return stage
}

describe('a server that the bot was removed from', () => {
  test('is noticed at the next post, whose failure stays what it is', async () => {
    const stage = await started()
    const { platform, place, guild, bot, discord } = stage
    discord.removeBot(guild)
    await expect(platform.post(place, question, round)).rejects.toMatchObject({ code: 'refused', lost: 'unreachable' })
    expect([bot.removed, isKnown(stage, guild)]).toEqual([[groupId(guild.id)], false])
  })

  test('is noticed by asking, also where it went while the bot did not run', async () => {
    const { bot, guild } = await started({ timing: { rollCall: 20 } }, ({ bot: told, guild: own, discord }) => {
      told.kept = { running: [groupId(own.id)], removed: [] }
      discord.removeBot(own)
    })
    expect(await until(() => bot.removed.length > 0 && bot.removed[0], 'the removal')).toBe(groupId(guild.id))
  })

  test('is no server whose channel alone is closed to the bot', async () => {
    const { platform, place, bot, discord, channel } = await started()
    discord.allow(channel, 0n)
    await expect(platform.post(place, question, round)).rejects.toMatchObject({ code: 'refused' })
    expect(bot.removed).toEqual([])
  })

  test('is no server about which Discord fails to answer', async () => {
    const stage = await started()
    const { platform, place, bot, discord, guild } = stage
    discord.removeBot(guild)
    discord.faults.plan('GET', /^\/guilds\/\d+$/, { kind: 'answer', status: 503 })
    await expect(platform.post(place, question, round)).rejects.toMatchObject({ code: 'refused' })
    expect([bot.removed, isKnown(stage, guild)]).toEqual([[], true])
  })

  test('is no server that a list has left out', async () => {
    const stage = await openStage({ timing: { rollCall: 20 } })
    const { bot, guild, discord } = stage
    bot.kept = { running: [groupId(guild.id)], removed: [] }
    discord.faults.plan('GET', /^\/users\/@me\/guilds$/, { kind: 'answer', status: 200, body: [] as never })
    await stage.start()
    await until(() => rollCalls(stage) > 2, 'three roll calls')
    expect(bot.removed).toEqual([])
  })

  test('that is back is noticed by asking, by what somebody does there, and by the event that says so', async () => {
    const stage = await started()
    const { bot, discord, guild, bob, channel, platform, place } = stage
    const group = groupId(guild.id)
    const remove = async () => {
      discord.removeBot(guild)
      await expect(platform.post(place, question, round)).rejects.toMatchObject({ code: 'refused' })
      guild.left = false
      bot.joined.length = 0
    }
    await remove()
    await discord.people.seen(discord.people.command(bob, channel, '/study status'))
    await until(() => bot.joined.length > 0, 'the server to be noticed')
    await discord.people.seen(discord.people.command(bob, channel, '/study status'))
    expect([bot.joined, platform.groupName?.(group)]).toEqual([[group], guild.name])
    await remove()
    expect((await discord.overHttp.tell('APPLICATION_AUTHORIZED', { integration_type: 0, user: { id: bob.id }, scopes: ['bot'], guild: { id: guild.id, name: guild.name } })).status).toBe(204)
    expect([bot.joined, platform.groupName?.(group)]).toEqual([[group], guild.name])
  })

  test('that is back when the bot starts is told so', async () => {
    const { bot, guild } = await started({}, ({ bot: told, guild: own }) => void (told.kept = { running: [], removed: [groupId(own.id), groupId('100000000000000099')] }))
    await until(() => bot.joined.length > 0, 'the server to be noticed')
    expect(bot.joined).toEqual([groupId(guild.id)])
  })
})

describe('servers', () => {
  test('are known by name, however many there are', async () => {
    const others: Guild[] = []
    const stage = await started({}, ({ discord }) => void others.push(...Array.from({ length: 450 }, (_, at) => discord.world.addGuild(`Server ${at}`))))
    expect(others.map((guild) => stage.platform.groupName?.(groupId(guild.id)))).toEqual(others.map(({ name }) => name))
    expect(rollCalls(stage)).toBe(3)
  })

  test('that the bot came into while it asked for all are known, although the list is older', () => {
    const quiet = () => undefined
    const rest = new REST()
    const servers = askedServers({ people: rest, rest, bot: quiet, removed: async () => undefined, now: Date.now, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
    const take = servers.recount()
    servers.add('2', 'Just now')
    take(new Map([['1', 'Old']]))
    expect(['1', '2', '3'].map((server) => servers.name(server))).toEqual(['Old', 'Just now', undefined])
    servers.recount()(new Map([['1', 'Old']]))
    expect(servers.name('2')).toBeUndefined()
    rest.clearHandlerSweeper()
    rest.clearHashSweeper()
  })

  test('are taken for known until Discord has told which there are, and it is asked again soon', async () => {
    const stage = await openStage({ timing: { rollCall: 20 } })
    stage.discord.faults.plan('GET', /^\/users\/@me\/guilds$/, { kind: 'answer', status: 500 })
    await stage.start()
    expect(stage.platform.groupName?.(groupId(stage.guild.id))).toMatch(/your server|Study group/u)
    await until(() => stage.platform.groupName?.(groupId('100000000000000099')) === undefined, 'the second roll call')
  })

  test('have an owner', async () => {
    const { platform, guild, ada } = await started()
    guild.owner = ada
    expect(await platform.owners(groupId(guild.id))).toEqual([personId(guild.id, ada.id)])
    expect(await platform.owners(groupId('100000000000000099'))).toEqual([])
    expect(await platform.owners('slack:T1')).toEqual([])
  })

  test('say nothing by what a webhook tells of other things, or of nothing', async () => {
    const { discord, bot, bob } = await started()
    for (const [type, data] of [['APPLICATION_AUTHORIZED', { integration_type: 1, user: { id: bob.id } }], ['APPLICATION_DEAUTHORIZED', { user: { id: bob.id } }], ['ENTITLEMENT_CREATE', {}]] as const) {
      expect((await discord.overHttp.tell(type, data)).status).toBe(204)
    }
    expect([bot.joined, bot.removed]).toEqual([[], []])
  })
})

describe('roles', () => {
  test('are offered and read, and asked for once in half a minute', async () => {
    const clock = { ahead: 0 }
    const stage = await openStage({}, () => Date.now() + clock.ahead)
    const { discord, guild, ada, channel, requests } = stage
    const role = discord.world.addRole(guild, 'Quiz Fans')
    await stage.start()
    const offered = () => discord.people.offered(ada, channel, '/study-admin settings', 'mention', 'quiz')
    expect(await offered()).toEqual([{ name: '@Quiz Fans', value: `<@&${role.id}>` }])
    await discord.people.seen(discord.people.command(ada, channel, '/study-admin settings', { mention: '@quiz fans' }))
    expect(requests.at(-1)).toMatchObject({ command: { kind: 'known', values: { mention: roleId(guild.id, role.id) } } })
    const asked = () => discord.asked('GET', /\/roles$/).length
    expect(asked()).toBe(1)
    clock.ahead = minute
    await offered()
    expect(asked()).toBe(2)
  })

  test('that Discord does not tell are said to be unknown for now', async () => {
    const { discord, ada, channel, requests } = await started({ timing: { request: 200 } })
    discord.faults.plan('GET', /\/roles$/, { kind: 'answer', status: 503 }, 3)
    await discord.people.seen(discord.people.command(ada, channel, '/study-admin settings', { mention: 'Quiz Fans' }))
    expect(requests.at(-1)).toMatchObject({ command: { kind: 'misused', problem: 'Discord isn’t saying which roles there are right now. Try again in a minute.' } })
  })

  test('have those of the asked people who are here and have them', async () => {
    const { discord, guild, ada, bob, platform } = await started({}, ({ discord: { world }, guild: own, bob: holder }) => void (holder.roles = [world.addRole(own, 'On call').id]))
    const gone = discord.world.addPerson(guild, { username: 'gone', roles: bob.roles ?? [] })
    guild.members.delete(gone.id)
    const role = roleId(guild.id, bob.roles?.[0] ?? '')
    const asked = [personId('100000000000000099', bob.id), ...[ada, bob, gone].map(({ id }) => personId(guild.id, id))]
    expect(await platform.havingRole(role, asked)).toEqual({ kind: 'known', people: [personId(guild.id, bob.id)] })
    const nobody = { kind: 'cannot-tell', reason: expect.stringContaining('no such role') }
    expect(await platform.havingRole(roleId(guild.id, '100000000000000098'), asked)).toEqual(nobody)
    expect(await platform.havingRole(roleId('100000000000000099', '100000000000000098'), asked)).toEqual(nobody)
    discord.faults.plan('GET', /\/members\//, refused(403, 50001, 'Missing Access'))
    expect(await platform.havingRole(role, asked)).toMatchObject({ kind: 'cannot-tell', reason: expect.stringContaining('right now') })
    const many = Array.from({ length: 301 }, (_, at) => personId(guild.id, String(100000000000000100n + BigInt(at))))
    expect(await platform.havingRole(role, many)).toMatchObject({ kind: 'cannot-tell', reason: expect.stringContaining('at most 300 people') })
  })
})

describe('whether the bot may read a channel, when it looks for a post', () => {
  const look = ({ platform, place }: Stage) => platform.find(place, round, Date.now() - minute)

  test('is added up from the rights of its roles, the channel and the bot', async () => {
    const stage = await started()
    expect(await look(stage)).toBeUndefined()
    stage.channel.botMay = everyoneMay & ~permission.readMessageHistory
    expect(await look(stage)).toBe('cannot-tell')
    stage.discord.removeBot(stage.guild)
    expect(await look(stage)).toBe('cannot-tell')
  })

  test('is asked again where Discord fails to answer', async () => {
    const stage = await started()
    stage.discord.faults.plan('GET', /\/roles$/, { kind: 'answer', status: 503 })
    await expect(look(stage)).rejects.toMatchObject({ code: 'unclear' })
    expect(await look(stage)).toBeUndefined()
  })

  test('is what the parent of a thread allows', async () => {
    const stage = await openStage()
    const thread = stage.discord.world.addThread(stage.guild)
    await stage.start()
    expect(await stage.platform.find(`discord:${stage.guild.id}:${thread.id}`, round, Date.now() - minute)).toBeUndefined()
    stage.channel.botMay = 0n
    expect(await stage.platform.find(`discord:${stage.guild.id}:${thread.id}`, round, Date.now() - minute)).toBe('cannot-tell')
  })
})
