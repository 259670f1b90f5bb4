// Commands, buttons and completions, over the wire: in time, once, and only for the asker.
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Screen } from '../../../src/screens/screen.ts'
import { samples } from '../../samples.ts'
import { isEphemeral } from '../../fakes/discord/oracle.ts'
import { mode } from '../../fakes/discord/mode.ts'
import { labels, textOf } from '../../fakes/discord/people.ts'
import { until } from '../../fakes/until.ts'
import { allComponents } from '../../fakes/discord/world.ts'
import { openStage, type Stage } from './stage.ts'
import { say } from '../told-bot.ts'

const callbacks = /^\/interactions\/\d+\/[^/]+\/callback$/
const question = samples.get('question') as Screen
const board = samples.get('board') as Screen

async function started(config = {}): Promise<Stage> {
  const stage = await openStage(config)
  await stage.start()
  onTestFinished(() => expect(stage.discord.violations).toEqual([]))
  return stage
}

const types = ({ discord }: Stage) => discord.asked('POST', callbacks).map(({ body }) => (body as { type: number }).type)

/** A promise that a test fulfils when it wants to. */
const gate = () => Promise.withResolvers<void>()

describe('a command', () => {
  test('reaches the bot with who asks, where, and with values by name', async () => {
    const stage = await started()
    const { discord, ada, bob, channel, guild, place, requests } = stage
    await discord.people.seen(discord.people.command(ada, channel, '/study board', { period: 'month', page: 2 }))
    await discord.people.seen(discord.people.command(ada, channel, '/study-admin managers', { change: 'add', person: bob.id }))
    await discord.people.seen(discord.people.command(bob, channel, '/study lookup', { words: 'rds patching?' }))
    expect(requests).toEqual([
      {
        kind: 'command', event: expect.stringMatching(/^discord:\d+$/), at: expect.any(Number), group: `discord:${guild.id}`, place,
        asker: { id: `discord:${guild.id}:u:${ada.id}`, account: `discord:u:${ada.id}`, name: 'Ada Lovelace', zone: null, admin: true, maySetUp: true },
        command: { kind: 'known', name: 'board', values: { period: 'month', page: '2' } },
      },
      expect.objectContaining({ command: { kind: 'known', name: 'managers', values: { change: 'add', person: `discord:${guild.id}:u:${bob.id}` } } }),
      expect.objectContaining({
        asker: { id: `discord:${guild.id}:u:${bob.id}`, account: `discord:u:${bob.id}`, name: 'Bobby', zone: null, admin: false, maySetUp: false },
        command: { kind: 'known', name: 'lookup', values: { words: 'rds patching?' } },
      }),
    ])
  })

  test('is answered at once, for the asker alone', async () => {
    const stage = await started()
    const { discord, bob, channel } = stage
    const answer = await discord.people.seen(discord.people.command(bob, channel, '/study status'))
    expect(answer.onlyFor).toBe(bob)
    expect(textOf(answer)).toContain('An answer')
    expect(types(stage)).toEqual([4])
  })

  test('gets all replies where there are several', async () => {
    const stage = await started()
    const { discord, bob, channel, bot } = stage
    bot.answer = () => [say('first'), say('second')]
    const asked = discord.people.command(bob, channel, '/study status')
    expect(textOf(await discord.people.seen(asked))).toContain('first')
    const [second] = await until(() => asked.followUps.length === 1 && asked.followUps, 'the second reply')
    expect(second?.onlyFor).toBe(bob)
  })

  test('is told to wait where the bot takes long, and answered in the same place then', async () => {
    const stage = await started({ timing: { defer: 20 } })
    const { discord, bob, channel, bot } = stage
    const { promise, resolve } = gate()
    bot.answer = () => promise.then(() => [say('worth the wait')])
    const asked = discord.people.command(bob, channel, '/study status')
    await until(() => asked.acknowledged === 5, 'the deferral')
    resolve()
    const answer = await discord.people.seen(asked)
    expect(textOf(answer)).toContain('worth the wait')
    expect(answer.onlyFor).toBe(bob)
    expect(types(stage)).toEqual([5])
  })

  test('is not shown to people who may not manage the server', async () => {
    const { discord, bob, channel } = await started()
    expect(() => discord.people.command(bob, channel, '/study-admin setup')).toThrow('sees no command')
  })
})

describe('a button', () => {
  test('on the message for everyone is answered to the presser alone, and the message stays', async () => {
    const stage = await started()
    const { discord, bob, channel, place, platform, requests, bot } = stage
    await platform.post(place, question, '0123456789abcdef')
    const [posted] = discord.world.messagesIn(channel)
    if (posted === undefined) throw new Error('nothing was posted')
    bot.answer = () => [say('Right', true)]
    const answer = await discord.people.seen(discord.people.press(bob, posted, 'B'))
    expect([answer.onlyFor, answer.id === posted.id, posted.edits]).toEqual([bob, false, 0])
    expect(requests[0]).toMatchObject({ kind: 'press', control: 'v1:answer:0123456789abcdef:a:195613ef', chosen: [] })
  })

  test('hands over what was chosen in a menu', async () => {
    const { discord, bob, channel, place, platform, requests } = await started()
    await platform.post(place, samples.get('question-two') as Screen, 'fedcba9876543210')
    const [posted] = discord.world.messagesIn(channel)
    if (posted === undefined) throw new Error('nothing was posted')
    await discord.people.seen(discord.people.choose(bob, posted, ['a', 'd']))
    expect(requests[0]).toMatchObject({ control: 'v1:answer:fedcba9876543210:*:195613ef', chosen: ['a', 'd'] })
  })

  test('on a screen of one’s own changes that screen, or adds another', async () => {
    const stage = await started()
    const { discord, bob, channel, bot } = stage
    bot.answer = () => [{ to: 'asker', screen: board, update: false }]
    const own = await discord.people.seen(discord.people.command(bob, channel, '/study board'))
    bot.answer = () => [{ to: 'asker', screen: { ...board, title: 'Turned' }, update: true }]
    const turned = await discord.people.seen(discord.people.press(bob, own, 'All channels'))
    expect([turned.id === own.id, turned.flags & isEphemeral, textOf(own).includes('Turned')]).toEqual([true, isEphemeral, true])
    bot.answer = () => [say('beside it')]
    const other = await discord.people.seen(discord.people.press(bob, own, 'Next ›'))
    expect(other.id).not.toBe(own.id)
    expect(types(stage)).toEqual([4, 7, 4])
  })

  test('on a screen of one’s own is answered there too where the bot takes long', async () => {
    const stage = await started({ timing: { defer: 20 } })
    const { discord, bob, channel, bot } = stage
    bot.answer = () => [{ to: 'asker', screen: board, update: false }]
    const own = await discord.people.seen(discord.people.command(bob, channel, '/study board'))
    const slowly = (update: boolean) => {
      const { promise, resolve } = gate()
      bot.answer = () => promise.then(() => [{ to: 'asker', screen: { ...board, title: update ? 'Turned' : 'Beside' }, update }])
      return resolve
    }
    let go = slowly(true)
    const turning = discord.people.press(bob, own, 'Next ›')
    await until(() => turning.acknowledged === 6, 'the deferral')
    go()
    expect((await discord.people.seen(turning)).id).toBe(own.id)
    go = slowly(false)
    const adding = discord.people.press(bob, own, 'Next ›')
    await until(() => adding.acknowledged === 6, 'the deferral')
    go()
    const beside = await discord.people.seen(adding)
    expect([beside.onlyFor, textOf(beside).includes('Beside'), textOf(own).includes('Turned')]).toEqual([bob, true, true])
  })

  test('of no version known here reaches the bot without a control', async () => {
    const { discord, bob, channel, place, platform, requests } = await started()
    await platform.post(place, question, '0123456789abcdef')
    const [posted] = discord.world.messagesIn(channel)
    if (posted === undefined) throw new Error('nothing was posted')
    await discord.people.seen(discord.people.forge(bob, posted, 'v0:vote:17'))
    expect(requests[0]).toMatchObject({ kind: 'press', control: 'v0:vote:17' })
  })

  test('that was drawn twice on one screen means the same both times', async () => {
    const { discord, bob, channel, requests, bot } = await started()
    const look = { label: 'Look', control: 'v1:lookup:iam roles', primary: false } as const
    bot.answer = () => [{ to: 'asker', screen: { ...board, blocks: [{ kind: 'buttons', buttons: [look, { ...look, label: 'Again' }] }] }, update: false }]
    const own = await discord.people.seen(discord.people.command(bob, channel, '/study board'))
    expect(labels(own)).toEqual(['Look', 'Again'])
    await discord.people.seen(discord.people.press(bob, own, 'Again'))
    expect(requests[1]).toMatchObject({ control: 'v1:lookup:iam roles' })
  })
})

describe('an event', () => {
  test('that is delivered three times reaches the bot under one id, and is answered once', async () => {
    const stage = await started()
    const { discord, bob, channel, requests, log } = stage
    const asked = discord.people.command(bob, channel, '/study status')
    discord.people.repeat(asked)
    discord.people.repeat(asked)
    await discord.people.seen(asked)
    // Over HTTP nobody but Discord sends twice what it signed once.
    if (mode.overHttp) await until(() => discord.overHttp.deliveries.length === 3, 'three deliveries')
    else await until(() => types(stage).length === 3, 'three tries to answer')
    expect(new Set(requests.map(({ event }) => event)).size).toBe(1)
    expect([asked.errors, asked.followUps]).toEqual([mode.overHttp ? [] : [40060, 40060], []])
    expect(log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })

  test('whose answer got through although its confirmation was lost counts as answered', async () => {
    const stage = await started()
    const { discord, bob, channel, log } = stage
    discord.faults.plan('POST', callbacks, { kind: 'reset', stored: true })
    const asked = discord.people.command(bob, channel, '/study status')
    expect(textOf(await discord.people.seen(asked))).toContain('An answer')
    await until(() => asked.errors.length === 1, 'the second try')
    expect(log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })

  test('that comes too late is left alone, with a line in the log', async ({ skip }) => {
    skip(mode.overHttp, 'Discord waits for nobody, and sends nothing once more')
    const clock = { ahead: 0 }
    const stage = await openStage({}, () => Date.now() + clock.ahead)
    await stage.start()
    const { discord, bob, channel, requests, log } = stage
    discord.gateway.cut()
    const asked = discord.people.command(bob, channel, '/study status')
    clock.ahead = 4_000
    await until(() => log.find(({ message }) => message.includes('too late')), 'the line in the log')
    expect([requests, asked.shown, asked.errors]).toEqual([[], null, [10062]])
  })

  test('is answered all the same where the clock of this machine is four seconds ahead of Discord’s', async () => {
    const stage = await openStage({ now: () => Date.now() + 4_000 })
    await stage.start()
    const { discord, bob, channel } = stage
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
  })

  test('that nobody can answer any more crashes nothing', async () => {
    const stage = await started({ timing: { request: 100 } })
    const { discord, bob, channel, log } = stage
    discord.faults.plan('POST', callbacks, { kind: 'hang' }, 3)
    discord.people.command(bob, channel, '/study status')
    await until(() => log.find(({ message }) => message.includes('could not answer')), 'the line in the log')
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('An answer')
    expect(JSON.stringify(log)).not.toContain('interaction-')
  })

  test.each([
    ['takes longer than Discord waits for the first response', 4_000, 20, 10062],
    ['takes longer than the token of the interaction lives', 16 * 60_000, 20, 50027],
  ])('whose answer %s is done all the same, with a line in the log', async (_, late, defer, code) => {
    const clock = { ahead: 0 }
    const stage = await openStage({ timing: { defer } }, () => Date.now() + clock.ahead)
    await stage.start()
    const { discord, bob, channel, bot, log } = stage
    const { promise, resolve } = gate()
    bot.answer = () => promise.then(() => [say('too late')])
    if (code === 10062) discord.faults.plan('POST', callbacks, { kind: 'answer', status: 404, body: { message: 'Unknown interaction', code: 10062 } })
    const asked = discord.people.command(bob, channel, '/study status')
    await until(() => asked.acknowledged === 5 || log.some(({ message }) => message.includes('took too long for Discord')), 'the deferral')
    clock.ahead = late
    resolve()
    await until(() => log.find(({ message }) => message.includes('could not answer')), 'the line in the log')
    expect([asked.errors, asked.shown]).toEqual([[code], null])
    clock.ahead = 0
    bot.answer = () => [say('and on it goes')]
    expect(textOf(await discord.people.seen(discord.people.command(bob, channel, '/study status')))).toContain('and on it goes')
  })

  test('from a direct message reaches the bot, as one from outside of all servers', async () => {
    const { discord, bob, platform, guild, requests } = await started()
    expect(await platform.tell(`discord:${guild.id}:u:${bob.id}`, board)).toBe(true)
    const [told] = discord.world.messagesIn(discord.world.directChannel(bob))
    if (told === undefined) throw new Error('nothing was told')
    await discord.people.seen(discord.people.press(bob, told, 'Next ›'))
    expect(requests).toMatchObject([{ kind: 'press', outside: true, place: null, asker: { account: `discord:u:${bob.id}`, admin: false } }])
  })
})

describe('a word to one person', () => {
  test('reaches an account as well, and what is pressed on it comes from outside of all servers', async () => {
    const { discord, ada, platform, requests } = await started()
    const button = { label: 'Look', control: 'v1:lookup:iam roles', primary: false } as const
    expect(await platform.tell(`discord:u:${ada.id}`, { ...board, blocks: [{ kind: 'buttons', buttons: [button] }] })).toBe(true)
    const [told] = discord.world.messagesIn(discord.world.directChannel(ada))
    if (told === undefined) throw new Error('nothing was told')
    await discord.people.seen(discord.people.press(ada, told, 'Look'))
    expect(requests).toMatchObject([{ kind: 'press', control: button.control, group: 'discord:@me', place: null, asker: { id: `discord:@me:u:${ada.id}`, account: `discord:u:${ada.id}`, admin: false } }])
    expect(requests[0]).not.toHaveProperty('message')
  })

  test('is a direct message, or false where they take none', async () => {
    const { discord, bob, ada, platform, guild } = await started()
    bob.closed = true
    expect(await platform.tell(`discord:${guild.id}:u:${bob.id}`, board)).toBe(false)
    expect(await platform.tell(`discord:${guild.id}:u:${ada.id}`, board)).toBe(true)
    expect(await platform.tell(`discord:${guild.id}:u:999999999999999999`, board)).toBe(false)
    expect(await platform.tell('slack:T1:U1', board)).toBe(false)
    expect(discord.world.messagesIn(discord.world.directChannel(ada)).map((message) => allComponents(message.components).length > 0)).toEqual([true])
  })
})
