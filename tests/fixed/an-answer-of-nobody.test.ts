// A Discord interaction whose person had no id was taken as one of somebody called "undefined"; one without a name failed.
import { expect, test } from 'vitest'
import { openStage } from '../platforms/discord/stage.ts'
import { until } from '../fakes/until.ts'

test('what somebody without an id does is left alone', async () => {
  const { discord, start, bob, channel, requests, log } = await openStage()
  await start()
  const whole = discord.people.command(bob, channel, '/study today')
  await discord.people.seen(whole)
  const { user, ...member } = whole.event['member'] as { user: object }
  const asked = requests.length
  discord.gateway.dispatch('INTERACTION_CREATE', { ...whole.event, id: discord.world.newId(), member: { ...member, user: { ...user, id: undefined } } })
  await until(() => log.some(({ message }) => message === 'ignored an interaction that the bot cannot read'), 'the line in the log')
  expect(requests).toHaveLength(asked)
})

test('what comes from a server without an id is left alone', async () => {
  const { discord, start, bob, channel, requests, log } = await openStage()
  await start()
  const whole = discord.people.command(bob, channel, '/study today')
  await discord.people.seen(whole)
  const asked = requests.length
  discord.gateway.dispatch('INTERACTION_CREATE', { ...whole.event, id: discord.world.newId(), guild_id: [whole.event['guild_id']] })
  await until(() => log.some(({ message }) => message === 'ignored an interaction that the bot cannot read'), 'the line in the log')
  expect(requests).toHaveLength(asked)
})

test('somebody without a name is Somebody', async () => {
  const { discord, start, bob, channel, requests } = await openStage()
  await start()
  const whole = discord.people.command(bob, channel, '/study today')
  await discord.people.seen(whole)
  const { user, ...member } = whole.event['member'] as { user: object }
  const asked = requests.length
  discord.gateway.dispatch('INTERACTION_CREATE', { ...whole.event, id: discord.world.newId(), member: { ...member, nick: null, user: { ...user, global_name: null, username: null } } })
  await until(() => requests.length > asked, 'the request')
  expect(requests.at(-1)?.asker.name).toBe('Somebody')
})
