// A server that takes the bot out, where no gateway tells it: noticed at the next post, and its quiz stops as it does over the gateway.
import { expect, test } from 'vitest'
import { overHttp } from '../fakes/discord/mode.ts'
import { textOf } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { openTown, type Town } from './discord-town.ts'

overHttp()

async function settled(): Promise<Town> {
  const town = await openTown('2026-11-23T07:30:00Z')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' })
  return town
}

const isPaused = (town: Town) => town.db().prepare('SELECT paused FROM quizzes').pluck().get() === 1
const told = ({ discord, ada }: Town) => discord.world.messagesIn(discord.world.directChannel(ada)).map(textOf)

test('its question fails once, nothing is tried again, and its manager hears why, and how to go on when the bot is back', async () => {
  const town = await settled()
  const { discord, guild, ada, channel } = town
  discord.removeBot(guild)
  await town.wait('2026-11-23T08:00:00Z')
  expect([town.posts(), isPaused(town)]).toEqual([[], true])
  expect(told(town)).toEqual([expect.stringContaining('or is no longer in the server')])
  const posts = () => discord.asked('POST', /^\/channels\/\d+\/messages$/u).length
  const before = posts()
  await town.wait('2026-11-23T08:10:00Z')
  await town.wait('2026-11-24T12:00:00Z')
  expect(posts()).toBe(before)

  guild.left = false
  await discord.overHttp.tell('APPLICATION_AUTHORIZED', { integration_type: 0, user: { id: ada.id }, scopes: ['bot'], guild: { id: guild.id, name: guild.name } })
  const back = await until(() => told(town)[1], 'the word to Ada')
  for (const words of ['The bot is back', `<#${channel.id}>`, '/study-admin resume']) expect(back).toContain(words)
  expect(textOf(await town.type(ada, '/study-admin resume'))).toContain('Resumed')
  await town.wait('2026-11-25T08:00:00Z')
  expect([town.posts().length, told(town).length]).toEqual([1, 2])
  expect([discord.violations, town.faults]).toEqual([[], []])
})

test('one that went while the bot did not run is noticed at its start, and one that came back meanwhile too', async () => {
  const town = await settled()
  const { discord, guild, ada } = town
  const removal = () => town.db().prepare('SELECT count(*) FROM removals').pluck().get()
  discord.removeBot(guild)
  await town.restart()
  await until(() => removal() === 1, 'the removal')
  await until(() => isPaused(town), 'the pause')
  guild.left = false
  await town.restart()
  expect(await until(() => told(town)[0], 'the word to Ada')).toContain('The bot is back')
  await until(() => removal() === 0, 'that the managers know')
  expect(textOf(await town.type(ada, '/study status'))).toContain('paused')
})
