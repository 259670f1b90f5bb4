// Studying outside of servers, on Discord: in the direct messages with the bot, and wherever people bring the app along.
import { expect, test } from 'vitest'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { isEphemeral } from '../fakes/discord/oracle.ts'
import { mode } from '../fakes/discord/mode.ts'
import { textOf } from '../fakes/discord/people.ts'
import type { Message, Person } from '../fakes/discord/world.ts'
import { sessionFeature } from '../features/session-feature.ts'
import { openTown } from './discord-town.ts'

async function settled(timing = {}) {
  const catalog = catalogOf([...features, sessionFeature()])
  const town = await openTown('2026-11-23T07:30:00Z', { catalog, timing })
  const { discord } = town
  const bob = town.person('bob')
  return {
    ...town, bob,
    direct: (person: Person) => discord.world.directChannel(person),
    isPrivate: ({ flags }: Message) => (flags & isEphemeral) !== 0,
    clean: () => {
      expect(discord.violations).toEqual([])
      expect(town.faults).toEqual([])
    },
  }
}

test('in a server a session stays in place, for the person alone', async () => {
  const town = await settled()
  const message = await town.type(town.bob, '/study sit')
  expect([town.isPrivate(message), textOf(message)]).toEqual([true, expect.stringContaining('step 1')])
  expect((await town.press(town.bob, message, 'Next')).id).toBe(message.id)
  expect(textOf(message)).toContain('step 2')
  expect(town.discord.asked('POST', /^\/users\/@me\/channels$/)).toEqual([])
  town.clean()
})

test('in the direct messages it is an ordinary message, changed in place, also after a restart', async () => {
  const town = await settled()
  const there = town.direct(town.bob)
  const message = await town.type(town.bob, '/study sit', {}, there)
  expect([town.isPrivate(message), textOf(message)]).toEqual([false, expect.stringContaining('step 1')])
  await town.press(town.bob, message, 'Next')
  await town.restart()
  expect((await town.press(town.bob, message, 'Next')).id).toBe(message.id)
  expect(textOf(message)).toContain('step 3')
  const aside = await town.press(town.bob, message, 'Aside')
  expect([aside.id === message.id, town.isPrivate(aside), textOf(aside)]).toEqual([false, false, expect.stringContaining('By the way.')])
  expect(town.discord.world.messagesIn(there)).toHaveLength(2)
  town.clean()
})

test('there a slow answer comes in place, too', async () => {
  const town = await settled({ defer: 0 })
  const message = await town.type(town.bob, '/study sit', {}, town.direct(town.bob))
  expect((await town.press(town.bob, message, 'Next')).id).toBe(message.id)
  const aside = await town.press(town.bob, message, 'Aside')
  expect([aside.id === message.id, town.isPrivate(aside)]).toEqual([false, false])
  expect(textOf(message)).toContain('step 2')
  town.clean()
})

test('a session is the same in a server and in direct messages, and a second press counts once', async () => {
  const town = await settled()
  const here = await town.type(town.bob, '/study sit')
  const there = await town.type(town.bob, '/study sit', {}, town.direct(town.bob))
  await Promise.all([town.press(town.bob, here, 'Next'), town.press(town.bob, here, 'Next')])
  expect(textOf(here)).toContain('step 2')
  await town.press(town.bob, there, 'Next')
  expect(textOf(there)).toContain('step 2')
  const another = await town.type(town.ada, '/study sit')
  expect(textOf(another)).toContain('step 1')
  town.clean()
})

test('what people write to the bot reaches the session as well', async ({ skip }) => {
  skip(mode.overHttp, 'nobody tells the bot over HTTP what people write to it')
  const town = await settled()
  const there = town.direct(town.bob)
  town.discord.people.say(town.bob, there, 'sit')
  await expect.poll(() => town.discord.world.messagesIn(there).at(-1)?.authorId).toBe(town.discord.world.botId)
  const message = town.discord.world.messagesIn(there).at(-1)
  if (message === undefined) throw new Error('no answer')
  expect((await town.press(town.bob, message, 'Next')).id).toBe(message.id)
  expect(textOf(message)).toContain('step 2')
  town.clean()
})

test('look-up, tables and help work in direct messages; what is about a channel says what to do without one', async () => {
  const town = await settled()
  const there = town.direct(town.bob)
  const found = await town.type(town.bob, '/study lookup', { words: 'price of lunch' }, there)
  expect([town.isPrivate(found), textOf(found)]).toEqual([false, expect.stringContaining('price of lunch')])
  expect(textOf(await town.type(town.bob, '/study compare', {}, there))).not.toContain('have a channel')
  expect(textOf(await town.type(town.bob, '/study help', {}, there))).toContain('It all works in direct messages, too.')
  for (const line of ['/study today', '/study board']) expect(textOf(await town.type(town.bob, line, {}, there))).toContain('You don’t have a channel yet')
  town.clean()
})

test('people who installed the app for themselves bring it along, and nobody else sees what they do', async () => {
  const town = await settled()
  const { discord, bob } = town
  const foreign = discord.world.addGuild('A server without the bot')
  foreign.left = true
  const places = [discord.world.addChannel(foreign), discord.world.addFriends('friends')]
  expect(() => discord.people.command(bob, places[0] ?? town.channel, '/study sit')).toThrow('sees no command')
  bob.hasApp = true
  for (const [at, place] of places.entries()) {
    const message = await town.type(bob, '/study sit', {}, place)
    expect([town.isPrivate(message), textOf(message)]).toEqual([true, expect.stringContaining(`step ${at + 1}`)])
    expect((await town.press(bob, message, 'Next')).id).toBe(message.id)
    expect(textOf(await town.type(bob, '/study today', {}, place))).toContain('You don’t have a channel yet')
    expect(discord.asked('POST', new RegExp(`^/channels/${place.id}/messages$`))).toEqual([])
  }
  town.clean()
})
