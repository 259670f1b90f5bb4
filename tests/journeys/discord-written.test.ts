// People write to the bot on Discord, over the wire: mentions in a channel, direct messages, and what must stay without an answer.
import { expect, test } from 'vitest'
import { labels, textOf } from '../fakes/discord/people.ts'
import { everyoneMay, permission, userJson, type Message, type Person } from '../fakes/discord/world.ts'
import { until } from '../fakes/until.ts'
import { openTown } from './discord-town.ts'

const hello = ["Today’s question", 'Leaderboard', 'My progress', 'Look something up', 'Help']

async function settled() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const { discord, channel, ada } = town
  const bob = town.person('bob')
  await town.type(ada, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' })
  await town.wait('2026-11-23T08:00:00Z')
  const mine = (where: typeof channel) => discord.world.messagesIn(where).filter(({ authorId }) => authorId === discord.world.botId)
  const said = async (who: Person, where: typeof channel, text: string): Promise<Message> => {
    const before = mine(where).length
    discord.people.say(who, where, text)
    return until(() => mine(where)[before], `an answer to ${text}`)
  }
  return {
    ...town, bob, mine,
    bot: `<@${discord.world.botId}>`,
    mention: (who: Person, text: string) => said(who, channel, text),
    write: (who: Person, text: string) => said(who, discord.world.directChannel(who), text),
    clean: () => expect([discord.violations, town.faults]).toEqual([[], []]),
  }
}

/** Whatever was said before has been handled when this is answered. */
const flush = async (town: Awaited<ReturnType<typeof settled>>) => void (await town.type(town.ada, '/study help'))

test('a mention is answered in the channel with buttons, whose answers only the person sees', async () => {
  const town = await settled()
  const { bot, bob, discord, channel } = town
  const answer = await town.mention(bob, bot)
  expect(labels(answer)).toEqual(hello)
  expect(discord.asked('POST', new RegExp(`^/channels/${channel.id}/messages$`)).at(-1)?.body).toMatchObject({
    allowed_mentions: { parse: [], replied_user: false }, message_reference: { fail_if_not_exists: false },
  })
  const board = await town.press(bob, answer, 'Leaderboard')
  expect(board.onlyFor).toBe(bob)
  expect(labels(answer)).toEqual(hello)
  town.clean()
})

test('a mention with a command or a question offers it as a button', async () => {
  const town = await settled()
  const { bot, bob } = town
  const asked = await town.mention(bob, `${bot} who repairs the boiler?`)
  expect(labels(asked)).toEqual(['Show “who repairs the boiler?”', ...hello])
  const answer = await town.press(bob, asked, 'Show “who repairs the boiler?”')
  expect(answer.onlyFor).toBe(bob)
  expect(labels(await town.mention(bob, `<@!${town.discord.world.botId}> /study board period:month`))[0]).toBe('Show “board period:month”')
  expect(labels(await town.mention(bob, `thanks ${bot}!`))).toEqual(hello)
  expect(labels(await town.mention(bob, `${bot} lookup ${'a very long question '.repeat(10)}`))).toEqual(hello)
  town.clean()
})

test('a direct message is looked up; what belongs to a channel says so', async () => {
  const town = await settled()
  const { bob, write } = town
  const found = await write(bob, 'price of lunch')
  expect(textOf(found)).toContain('price of lunch')
  expect(textOf(await write(bob, 'today'))).toContain('You don’t have a channel yet')
  const greeting = await write(bob, `${town.bot} hello!`)
  expect(labels(greeting)).toEqual(hello)
  expect(textOf(await town.press(bob, greeting, 'Help'))).toContain('Studyhall')
  // The button of a look-up works here, one of a leaderboard finds none.
  const press = async (control: string) => textOf(await town.discord.people.seen(town.discord.people.forge(bob, found, control)))
  expect(await press('v1:lookup:price of dinner')).toContain('price of dinner')
  expect(await press('v1:board:place:week:0')).toContain('Ask in a channel')
  town.clean()
})

test('nothing but new words of a person to the bot is answered', async () => {
  const town = await settled()
  const { discord, channel, bob, bot } = town
  const before = town.mine(channel).length
  const post = town.post()
  const author = userJson(discord.world, town.person('robot').id)
  const say = (text: string, more = {}) => discord.people.say(bob, channel, text, more)
  say('board')
  say('@everyone look')
  say(`<@&${discord.world.applicationId}> board`, { mention_roles: [discord.world.applicationId] })
  say(`${bot} board`, { author: { ...author, bot: true } })
  say(`${bot} board`, { author: userJson(discord.world, discord.world.botId) })
  say(`${bot} board`, { webhook_id: discord.world.newId() })
  say(`${bot} board`, { type: 7 })
  // A reply that pings the bot, which Discord counts as a mention although nobody typed one.
  say('so true', { type: 19, mentions: [userJson(discord.world, discord.world.botId)], message_reference: { message_id: post.id } })
  discord.people.say(bob, discord.world.directChannel(bob), '', { attachments: [] })
  discord.gateway.dispatch('MESSAGE_UPDATE', { ...discord.people.say(bob, channel, 'typo'), content: `${bot} board`, edited_timestamp: new Date(town.clock.now).toISOString() })
  await flush(town)
  expect(town.mine(channel)).toHaveLength(before)
  expect(town.mine(discord.world.directChannel(bob))).toHaveLength(0)
  // A reply that also names the bot.
  say(`${bot} board`, { type: 19, message_reference: { message_id: post.id } })
  await until(() => town.mine(channel)[before], 'an answer')
  town.clean()
})

test('the same message is answered once, and a flood five times a minute', async () => {
  const town = await settled()
  const { discord, channel, bob, bot, mine } = town
  const before = mine(channel).length
  const event = discord.people.say(bob, channel, bot)
  discord.gateway.dispatch('MESSAGE_CREATE', event)
  await until(() => mine(channel)[before], 'an answer')
  for (let time = 0; time < 10; time += 1) discord.people.say(bob, channel, `${bot} hi`)
  await until(() => mine(channel)[before + 4], 'five answers')
  await flush(town)
  expect(mine(channel)).toHaveLength(before + 5)
  town.moveClock('2026-11-23T08:01:10Z')
  await town.mention(bob, bot)
  town.clean()
})

test('where the bot may not write, or not reply, it stays silent or answers without a reference', async () => {
  const town = await settled()
  const { discord, channel, bob, bot, mine } = town
  const before = mine(channel).length
  discord.allow(channel, everyoneMay & ~permission.sendMessages)
  discord.people.say(bob, channel, bot)
  await until(() => discord.asked('POST', new RegExp(`^/channels/${channel.id}/messages$`)).some(({ status }) => status === 403), 'the refusal')
  expect(mine(channel)).toHaveLength(before)
  discord.allow(channel, everyoneMay & ~permission.readMessageHistory)
  await town.mention(bob, bot)
  expect(mine(channel)).toHaveLength(before + 1)
  town.clean()
})
