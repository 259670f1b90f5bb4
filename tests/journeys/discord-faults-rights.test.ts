// What becomes of the daily round when Discord takes from the bot what it needs. The table of all faults stands in discord-faults.test.ts.
import { describe, expect, test } from 'vitest'
import { refused } from '../fakes/discord/faults.ts'
import { textOf } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { due, settled, type Settled } from './discord-two-channels.ts'

describe('a token that is revoked', () => {
  const anything = /./

  async function revoked(): Promise<Settled> {
    const town = await settled()
    for (const method of ['GET', 'POST', 'PATCH']) town.discord.faults.plan(method, anything, refused(401, 0, '401: Unauthorized'), Infinity)
    town.discord.gateway.closeAll(4004)
    await until(() => !town.healthy(), 'the end of the connection')
    await town.wait(due)
    expect(town.counts()).toEqual([0, 0])
    return town
  }

  /** Whoever runs the bot reads the log, sets a new token, and starts it. */
  async function renewed({ discord, restart, faults }: Settled): Promise<void> {
    expect(faults.join()).toContain('DISCORD_TOKEN')
    expect(faults.join()).not.toContain(discord.token)
    discord.faults.clear()
    await restart()
  }

  test('loses no round that can still be posted with a new one', async () => {
    const town = await revoked()
    await town.wait('2026-11-23T08:01:00Z')
    await renewed(town)
    expect(town.healthy()).toBe(true)
    await town.wait('2026-11-23T09:00:00Z')
    expect([town.counts(), town.told()]).toEqual([[1, 1], []])
  })

  test('for longer than a round can wait: its manager is told in one message, and the next round is posted', async () => {
    const town = await revoked()
    await renewed(town)
    await town.wait('2026-11-23T20:00:00Z')
    expect(town.counts()).toEqual([0, 0])
    expect(town.told()).toHaveLength(1)
    await town.wait('2026-11-24T08:00:00Z')
    expect([town.counts(), town.told().length]).toEqual([[1, 1], 1])
  })
})

test('an app that is taken out pauses its quizzes; when it is back, its manager is told once how to go on', async () => {
  const town = await settled()
  const { discord, guild, good, bad, ada } = town
  discord.removeBot(guild)
  // The commands are gone with the bot, so nobody can ask it.
  await until(() => town.db().prepare('SELECT min(paused) FROM quizzes').pluck().get() === 1, 'the pause')
  await town.wait(due)
  expect([town.counts(), town.told()]).toEqual([[0, 0], []])

  await town.wait('2026-11-23T12:00:00Z')
  guild.left = false
  discord.addBot(guild)
  const [back = ''] = await until(() => town.told().length > 0 && town.told(), 'the word to Ada')
  for (const words of ['The bot is back', `<#${good.id}>`, `<#${bad.id}>`, '/study-admin resume']) expect(back).toContain(words)
  await town.type(ada, '/study-admin resume', {}, bad)
  await town.wait('2026-11-24T08:00:00Z')
  expect([town.counts(), town.told().length]).toEqual([[0, 1], 1])
  town.clean()
})

test('a bot that may not see the channel: its manager is told once; allowed again, it posts, and shows the answer that it missed', async () => {
  const town = await settled()
  const { discord, bad } = town
  await town.wait(due)
  const monday = town.postIn(bad)
  discord.allow(bad, everyoneMay & ~permission.viewChannel)
  for (const moment of ['24T07:00', '24T08:00', '25T08:00']) await town.wait(`2026-11-${moment}:00Z`)
  expect([town.counts(), town.told()]).toEqual([[3, 1], [expect.stringContaining('View Channel')]])
  expect(town.told()[0]).toContain(`<#${bad.id}>`)
  discord.allow(bad, everyoneMay)
  await town.wait('2026-11-26T08:00:00Z')
  expect([town.counts(), textOf(monday).includes('The answer:'), town.told().length]).toEqual([[4, 2], true, 1])
  town.clean()
})

test('permissions that are taken in the whole server are one message to its manager', async () => {
  const town = await settled()
  for (const channel of [town.good, town.bad]) town.discord.allow(channel, everyoneMay & ~permission.sendMessages)
  await town.wait(due)
  await town.wait('2026-11-24T08:00:00Z')
  const [told = '', ...more] = town.told()
  expect(more).toEqual([])
  expect(told.match(/Send Messages \(/g)).toHaveLength(1)
  for (const { id } of [town.good, town.bad]) expect(told).toContain(`<#${id}>`)
  town.clean()
})

describe('a manager who takes no direct messages', () => {
  test('reads it in the channel, and the next manager is told', async () => {
    const town = await settled()
    const { ada, bob, bad, discord } = town
    const named = discord.people.command(ada, bad, '/study-admin managers', { change: 'add', person: bob.id })
    await until(() => named.followUps.length > 0, 'the hint after the answer')
    ada.closed = true
    discord.allow(bad, everyoneMay & ~permission.sendMessages)
    await town.wait(due)
    expect([town.told(), town.toldTo(bob).length]).toEqual([[], 1])
    expect(await town.status(bad)).toContain('isn’t allowed to write in this channel')
    town.clean()
  })

  test('is told when that changes', async () => {
    const town = await settled()
    const { ada, bad, discord } = town
    ada.closed = true
    discord.allow(bad, everyoneMay & ~permission.sendMessages)
    await town.wait(due)
    ada.closed = false
    for (const moment of ['08:01', '08:30', '09:30']) await town.wait(`2026-11-23T${moment}:00Z`)
    expect(town.told()).toHaveLength(1)
    town.clean()
  })
})
