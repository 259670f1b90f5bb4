// Two servers on Discord, and somebody who asks in direct messages for what is about a channel: chosen, answered, and gone once they leave.
import { expect, test } from 'vitest'
import { inputsOf, labels, textOf } from '../fakes/discord/people.ts'
import type { Message, Person } from '../fakes/discord/world.ts'
import { until } from '../fakes/until.ts'
import { openTown } from './discord-town.ts'

const setUp = { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' }

/** Ada runs a daily question in both servers; Bob answered Monday's in both, the other server's last. */
async function settled() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const { discord, ada, channel, guild } = town
  const bob = town.person('bob')
  const other = discord.world.addGuild('Security guild')
  const there = discord.world.addChannel(other, 'questions')
  for (const person of [ada, bob]) other.members.set(person.id, person)
  discord.addBot(other)
  for (const where of [channel, there]) await town.type(ada, '/study-admin setup', setUp, where)
  await town.wait('2026-11-23T08:00:00Z')
  const postIn = (where: typeof channel): Message => discord.world.messagesIn(where).at(-1) ?? never()
  for (const [where, minute] of [[channel, '01'], [there, '02']] as const) {
    town.moveClock(`2026-11-23T08:${minute}:00Z`)
    await answer(town, bob, postIn(where), true)
  }
  await town.wait('2026-11-24T08:00:00Z')
  const direct = (who: Person) => discord.world.directChannel(who)
  const said = (who: Person) => discord.world.messagesIn(direct(who)).filter(({ authorId }) => authorId === discord.world.botId)
  return {
    ...town, bob, guild, other, there, postIn,
    ask: (who: Person, line: string, options = {}) => town.type(who, line, options, direct(who)),
    write: async (who: Person, text: string): Promise<Message> => {
      const before = said(who).length
      discord.people.say(who, direct(who), text)
      return until(() => said(who)[before], `an answer to ${text}`)
    },
    clean: () => expect([discord.violations, town.faults]).toEqual([[], []]),
  }
}

/** By button or by menu. */
function answer(town: Awaited<ReturnType<typeof openTown>>, who: Person, asked: Message, right: boolean): Promise<Message> {
  const { people } = town.discord
  const { values, wrongValues, ...letters } = town.letters(asked)
  return people.seen(values.length > 1 ? people.choose(who, asked, right ? values : wrongValues) : people.press(who, asked, (right ? letters.right : letters.wrong)[0] ?? ''))
}

const never = (): never => {
  throw new Error('there is no message')
}

test('a choice names server and channel; the answer counts as in the channel, also by an old button', async () => {
  const town = await settled()
  const { bob, channel, there, guild } = town
  const choice = await town.ask(bob, '/study today')
  expect(textOf(choice)).toContain(`1\\. <#${there.id}> in **Security guild**`)
  expect(textOf(choice)).toContain(`2\\. <#${channel.id}> in **Study group**`)
  const asked = await town.press(bob, choice, 'Choose 2')
  expect(asked.id).toBe(choice.id)
  await town.restart()
  const result = await answer(town, bob, asked, true)
  expect(textOf(result)).toContain('Right')
  expect(textOf(await town.press(bob, result, 'Leaderboard'))).toMatch(/Bob.*2/u)
  expect(textOf(await answer(town, bob, town.postIn(channel), false))).toContain('already answered')
  // The same in writing.
  const written = await town.write(bob, 'board')
  expect(labels(written)).toEqual(['Choose 1', 'Choose 2'])
  expect(textOf(await town.press(bob, written, 'Choose 1'))).toContain('Leaderboard')
  // Out of the server, and back.
  const old = await town.ask(bob, '/study board')
  guild.members.delete(bob.id)
  expect(textOf(await town.press(bob, old, 'Choose 1'))).toContain('not in that server anymore')
  expect(textOf(await town.ask(bob, '/study board'))).toContain('Leaderboard')
  guild.members.set(bob.id, bob)
  expect(textOf(await town.press(bob, old, 'Choose 1'))).toContain('Leaderboard')
  town.clean()
})

test('a stranger hears what to do, in writing and wherever they bring the app along', async () => {
  const town = await settled()
  const eve = town.person('eve')
  expect(textOf(await town.ask(eve, '/study board'))).toContain('You don’t have a channel yet')
  expect(textOf(await town.write(eve, 'today'))).toContain('Go to a channel with a daily question in a server')
  const friends = town.discord.world.addFriends('friends')
  Object.assign(eve, { hasApp: true })
  const alone = await town.type(eve, '/study status', {}, friends)
  expect([alone.onlyFor, textOf(alone)]).toEqual([eve, expect.stringContaining('You don’t have a channel yet')])
  expect(textOf(await town.ask(eve, '/study-admin pause'))).toContain('Only managers can do that')
  town.clean()
})

test('a manager changes the settings of one channel by a form, and pauses another', async () => {
  const town = await settled()
  const { ada, discord, channel, there } = town
  const direct = discord.world.directChannel(ada)
  const choice = await town.ask(ada, '/study-admin settings')
  const form = await discord.people.form(discord.people.press(ada, choice, 'Choose 2'))
  expect(Object.keys(inputsOf(form))).toContain('time')
  expect(textOf(await discord.people.seen(discord.people.submit(ada, direct, form, { time: '10:00' })))).toContain('Settings saved')
  expect(textOf(await town.type(ada, '/study status', {}, there))).toContain('10:00')
  expect(textOf(await town.type(ada, '/study status', {}, channel))).toContain('09:00')
  expect(textOf(await town.press(ada, await town.ask(ada, '/study-admin pause'), 'Choose 1'))).toContain('Paused')
  expect(textOf(await town.ask(ada, '/study-admin quizzes'))).toMatch(/<#\d+> in \*\*Study group\*\*[\s\S]*<#\d+> in \*\*Security guild\*\*/u)
  expect(textOf(await town.ask(ada, '/study-admin setup'))).toContain('Set it up in the channel')
  town.clean()
})
