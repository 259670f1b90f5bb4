// What becomes of the connection to Discord, and of what comes over it. The table of all faults stands in discord-faults.test.ts.
import { describe, expect, onTestFinished, test } from 'vitest'
import { startFakeDiscord, type FakeDiscord } from '../fakes/discord/fake-discord.ts'
import { refused } from '../fakes/discord/faults.ts'
import { textOf } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { due, settled } from './discord-two-channels.ts'
import { startDrivenProcess } from './driven-process.ts'

describe('a connection', () => {
  test('that is cut in the middle of a press: it is made again, and the press counts once', async () => {
    const town = await settled()
    const { discord, good, bob } = town
    await town.wait(due)
    const pressed = town.answer(bob, town.postIn(good), true)
    discord.gateway.cut()
    discord.people.repeat(pressed)
    expect(textOf(await discord.people.seen(pressed))).toContain('## ✅ Right')
    await until(() => discord.gateway.counts.resumed === 1, 'the next connection')
    discord.people.repeat(pressed)
    expect(textOf(await town.type(bob, '/study me'))).toContain('1 point, 1 of 1 right')
    expect([town.healthy(), pressed.shown?.onlyFor]).toEqual([true, bob])
    town.clean()
  })

  test('that is away: rounds are posted all the same, and presses are answered when it is back', async () => {
    const town = await settled()
    const { discord, good, bob } = town
    discord.gateway.manners.refuseConnections = true
    discord.gateway.cut()
    await town.wait(due)
    expect(town.counts()).toEqual([1, 1])
    const pressed = town.answer(bob, town.postIn(good), true)
    discord.gateway.manners.refuseConnections = false
    expect(textOf(await discord.people.seen(pressed))).toContain('## ✅ Right')
    town.clean()
  })

  test('that is dead without a word: it is dropped, made again, and brings what was pressed meanwhile', async () => {
    const town = await settled({ timing: { silence: 400 } })
    const { discord, good, bob } = town
    await town.wait(due)
    discord.gateway.fallSilent()
    const pressed = town.answer(bob, town.postIn(good), true)
    expect(textOf(await discord.people.seen(pressed))).toContain('## ✅ Right')
    expect([discord.gateway.counts.identified, town.healthy()]).toEqual([1, true])
    town.clean()
  })
})

describe('events', () => {
  test('out of order: a press that arrives once more after a later one undoes nothing', async () => {
    const town = await settled({ options: { feedback: 'at-close', topics: 'safety' } })
    const { discord, good, bob } = town
    await town.wait(due)
    const first = town.answer(bob, town.postIn(good), false)
    await discord.people.seen(first)
    town.moveClock('2026-11-23T08:00:01Z')
    const second = town.answer(bob, town.postIn(good), true)
    expect(textOf(await discord.people.seen(second))).toContain('Answer changed')
    discord.people.repeat(first)
    await until(() => first.errors.length > 0, 'the repeated event')
    await town.wait('2026-11-24T07:00:00Z')
    expect(textOf(town.postIn(good))).toMatch(/\*\*Right:\*\* .*Bob/)
    town.clean()
  })

  test('that come when Discord takes no answer any more: nothing is stored that was not confirmed, and the next press counts', async () => {
    const town = await settled()
    const { discord, good, bob } = town
    await town.wait(due)
    discord.gateway.manners.refuseConnections = true
    discord.gateway.cut()
    const late = town.answer(bob, town.postIn(good), true)
    town.moveClock('2026-11-23T08:00:05Z')
    discord.gateway.manners.refuseConnections = false
    await until(() => late.errors.length > 0, 'the refused answer')
    expect([late.errors, late.shown]).toEqual([[10062], null])
    expect(textOf(await town.type(bob, '/study me'))).not.toContain('1 point')
    expect(textOf(await discord.people.seen(town.answer(bob, town.postIn(good), true)))).toContain('## ✅ Right')
    expect(textOf(await town.type(bob, '/study me'))).toContain('1 point, 1 of 1 right')
    town.clean()
  })

  test('whose answer fails after it was stored: pressed again, it says what stands', async () => {
    const town = await settled()
    const { discord, good, bob } = town
    await town.wait(due)
    const expired = { kind: 'answer', status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } } as const
    discord.faults.plan('POST', /^\/interactions\/.*callback$/, expired)
    town.answer(bob, town.postIn(good), true)
    await until(() => town.faults.some((fault) => fault.includes('50027')), 'the line in the log')
    expect(textOf(await discord.people.seen(town.answer(bob, town.postIn(good), true)))).toContain('Your first answer counts')
    expect(textOf(await town.type(bob, '/study me'))).toContain('1 point, 1 of 1 right')
  })
})

async function startDiscord(): Promise<FakeDiscord> {
  const discord = await startFakeDiscord()
  onTestFinished(discord.stop)
  return discord
}

const startProcess = (discord: FakeDiscord) => startDrivenProcess({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url })

describe('the process', () => {
  test('notices within a minute a connection that is dead without a word; where none comes in its place, it says so and ends with an error', async () => {
    const discord = await startDiscord()
    const bot = await startProcess(discord)
    await bot.becomes(200)
    discord.gateway.fallSilent()
    expect(await bot.passUntil(() => bot.log().includes('Discord has been silent for too long'), () => 'the notice')).toBeLessThan(60_000)
    // The library itself waits by the clock of the world.
    await until(() => discord.gateway.counts.resumed === 1, 'another connection')
    await bot.becomes(200)

    discord.gateway.manners.silent = true
    discord.gateway.fallSilent()
    expect(await bot.becomes(503)).toBeLessThan(60_000)
    expect(await bot.says('/healthz')).toBe(200)
    expect(await bot.end()).toEqual({ status: 1 })
    expect(bot.log()).toContain('no platform has been connected for too long')
    expect(bot.log()).not.toContain('nobody')
    expect(bot.log()).not.toContain(discord.token)
  })

  test('whose token is revoked says so at once, and ends with an error; started again, it says in a sentence what to do', async () => {
    const discord = await startDiscord()
    const bot = await startProcess(discord)
    await bot.becomes(200)
    discord.gateway.closeAll(4004)
    await bot.becomes(503)
    expect(await bot.end()).toEqual({ status: 1 })
    expect(bot.log()).toContain('DISCORD_TOKEN')

    discord.faults.plan('GET', /gateway/, refused(401, 0, '401: Unauthorized'), Infinity)
    const again = await startProcess(discord)
    expect(await again.end()).toEqual({ status: 1 })
    expect(again.log()).toMatch(/(?:^|\n)Discord refuses the bot token\. Set DISCORD_TOKEN .*\n$/)
    for (const { log } of [bot, again]) expect(log()).not.toContain(discord.token)
  })
})
