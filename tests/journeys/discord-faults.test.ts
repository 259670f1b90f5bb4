// What becomes of the daily round when Discord fails, over the wire with the whole bot.
//
// The table of all faults of Discord. "Manager": one direct message to whoever set the quiz up, with the channel, the cause and what to
// do; one for all channels at once, one as long as the cause stays; where it does not get through, the next manager, and all of them
// again later. The cause always stands in /study status as well. (R): discord-faults-rights.test.ts. (C):
// discord-faults-connection.test.ts. (W): discord-week.test.ts shows it already.
//
// Fault                      | What the bot does                         | Who is told               | How it recovers
// ---------------------------|-------------------------------------------|---------------------------|------------------------------------
// 429 on a post, on an edit  | this one waits as long as Discord says    | nobody                    | goes out at that moment
// 5xx, timeout, reset        | three tries, then looks for the post      | nobody                    | next minute: adopted or sent, once
//   … and it was stored (W)  | the same                                  | nobody                    | adopted, never a second post
//   … and history fails too  | asks again each minute, for ten           | manager, after ten minutes| adopted as soon as it is readable
// token revoked (R, C)       | rounds wait; /readyz 503 at once; exit 1  | the log: DISCORD_TOKEN    | a start with a new token posts what
//                            | after a minute, and at each start         | manager, of a lost round  | is due for up to six hours
// app out, in again (R)      | its quizzes pause, nothing is forgotten   | manager, when it is back  | a manager resumes
// channel deleted            | one try a day; others go on               | manager: set up elsewhere | cannot; the others are as before
// thread archived or locked  | one try a day; the answer once an hour    | manager: who may open it  | opened: next question, and the answer
// View Channel taken (R)     | the same                                  | manager: which permission | given back: the same, by itself
// Send Messages taken (R, W) | one try a day                             | manager, once for a server| given back: next question
// post deleted               | its answer is tried once                  | nobody                    | next question
// DMs of manager closed (R)  | tells the next one, or tries again for    | status, the next manager  | told when they are open
//                            | half a day                                |                           |
// socket cut, also in a press| resumes in half a second; posts go on     | the log                   | the press comes again, counts once (C)
// socket silent              | asks after 15 s, drops it after 30        | the log                   | the same session goes on (C)
//   … and stays so           | /readyz 503 after 45 s, then exit 1       | the supervisor            | the next process (C)
// resume that gets no answer | another session after 30 s                | the log                   | by itself (discord/start.test.ts)
// an event three times (W)   | answered once, stored once                | nobody                    |
// events out of order        | an older press undoes no later answer     | nobody                    | (C)
// press of last year         | shows the answer, counts nothing          | who pressed               |
//   … of an unknown kind (W) | "no longer active", and what is           | who pressed               |
// press that comes too late  | nothing is stored that was not confirmed  | who pressed, by Discord   | the next press counts (C)
// interaction token expired  | the answer is stored                      | the log                   | pressed again: what stands (C)
import { describe, expect, test } from 'vitest'
import { rateLimited, type Fault } from '../fakes/discord/faults.ts'
import { textOf } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import type { Channel } from '../fakes/discord/world.ts'
import { close, due, messagesOf, settled, type Settled } from './discord-two-channels.ts'

const answerShown = (town: Settled, channel: Channel) => textOf(town.postIn(channel)).includes('The answer:')

describe('429 with Retry-After', () => {
  test('on a post delays this one until then, and no other', async () => {
    const town = await settled()
    town.discord.faults.plan('POST', messagesOf(town.bad), rateLimited(90))
    await town.wait(due)
    expect(town.counts()).toEqual([1, 0])
    await town.wait('2026-11-23T08:01:00Z')
    expect(town.asked('POST')).toBe(1)
    await town.wait('2026-11-23T08:01:31Z')
    expect([town.counts(), town.told()]).toEqual([[1, 1], []])
    town.clean()
  })

  test('on an edit delays this one until then, and no other', async () => {
    const town = await settled()
    await town.wait(due)
    town.discord.faults.plan('PATCH', messagesOf(town.bad), rateLimited(150))
    await town.wait(close)
    expect([answerShown(town, town.good), answerShown(town, town.bad)]).toEqual([true, false])
    await town.wait('2026-11-24T07:02:00Z')
    // The first edit is of the introduction.
    expect(town.asked('PATCH')).toBe(2)
    await town.wait('2026-11-24T07:02:31Z')
    expect([answerShown(town, town.bad), town.told()]).toEqual([true, []])
    town.clean()
  })
})

const noAnswer: readonly (readonly [string, Fault])[] = [
  ['5xx', { kind: 'answer', status: 503 }],
  ['a timeout', { kind: 'hang' }],
  ['a reset', { kind: 'reset' }],
]
/** The adapter asks this often before it leaves a matter to the next minute. */
const tries = 3
const quick = { timing: { request: 1_000 } }

describe.each(noAnswer)('%s', (_, fault) => {
  test('on a post: it is looked for and posted in the next minute, and others are posted meanwhile', async () => {
    const town = await settled(quick)
    town.discord.faults.plan('POST', messagesOf(town.bad), fault, tries)
    const delivery = town.wait(due)
    await until(() => town.counts()[0] === 1, 'the post in the good channel')
    expect(town.counts()).toEqual([1, 0])
    await delivery
    expect(town.counts()).toEqual([1, 0])
    await town.wait('2026-11-23T08:01:00Z')
    expect([town.counts(), town.asked('GET'), town.told()]).toEqual([[1, 1], 1, []])
    town.clean()
  })

  test('on an edit: the answer is shown in the next minute, and others are shown meanwhile', async () => {
    const town = await settled(quick)
    await town.wait(due)
    town.discord.faults.plan('PATCH', messagesOf(town.bad), fault, tries)
    await town.wait(close)
    expect([answerShown(town, town.good), answerShown(town, town.bad)]).toEqual([true, false])
    await town.wait('2026-11-24T07:01:00Z')
    expect([answerShown(town, town.bad), town.told()]).toEqual([true, []])
    town.clean()
  })
})

test('a post that is out while neither it nor the channel can be read is taken over as soon as Discord answers', async () => {
  const town = await settled()
  town.discord.faults.plan('POST', messagesOf(town.bad), { kind: 'answer', status: 500, stored: true }, tries)
  town.discord.faults.plan('GET', messagesOf(town.bad), { kind: 'answer', status: 500 }, 2)
  for (const minute of ['00', '01', '02', '03']) await town.wait(`2026-11-23T08:${minute}:00Z`)
  // Three searches, and one look at what the found post asks.
  expect([town.counts(), town.asked('POST'), town.asked('GET'), town.told()]).toEqual([[1, 1], tries, 4, []])
  expect(await town.status(town.bad)).toContain('open since')
  town.clean()
})

test('a channel that is deleted: no more tries, one message to its manager, and the others go on', async () => {
  const town = await settled()
  const { discord, bad } = town
  bad.deleted = true
  discord.gateway.dispatch('CHANNEL_DELETE', { id: bad.id, type: 0, guild_id: town.guild.id })
  await until(() => town.told().length > 0, 'the word to Ada')
  for (const date of ['23', '24', '25']) await town.wait(`2026-11-${date}T08:00:00Z`)
  expect([town.counts()[0], town.asked('POST')]).toEqual([3, 0])
  expect(town.told()).toEqual([expect.stringMatching(/The channel was deleted/)])
  town.clean()
})

test('a thread that is archived or locked: its manager is told once; opened again, it gets its question and the answer that it missed', async () => {
  const town = await settled({ thread: true })
  const { bad: thread } = town
  await town.wait(due)
  expect(town.counts()).toEqual([1, 1])
  const monday = town.postIn(thread)
  thread.locked = true
  for (const moment of ['24T07:00', '24T08:00', '25T08:00']) await town.wait(`2026-11-${moment}:00Z`)
  expect([town.counts(), textOf(monday).includes('The answer:')]).toEqual([[3, 1], false])
  expect(town.told()).toEqual([expect.stringMatching(/archived or locked.*Manage Threads/)])
  thread.locked = false
  await town.wait('2026-11-26T08:00:00Z')
  expect([town.counts(), textOf(monday).includes('The answer:'), town.told().length]).toEqual([[4, 2], true, 1])
  town.clean()
})

test('a post that somebody deletes: its answers count, its answer is tried once, and the next question comes', async () => {
  const town = await settled()
  await town.wait(due)
  const monday = town.postIn(town.bad)
  await town.discord.people.seen(town.answer(town.bob, monday, true))
  monday.deleted = true
  for (const moment of ['07:00', '07:01', '07:02']) await town.wait(`2026-11-24T${moment}:00Z`)
  // The first edit is of the introduction.
  expect([town.asked('PATCH'), answerShown(town, town.good)]).toEqual([2, true])
  await town.wait('2026-11-24T08:00:00Z')
  expect([town.counts(), town.told()]).toEqual([[2, 1], []])
  expect(textOf(await town.type(town.bob, '/study me', {}, town.bad))).toContain('1 point, 1 of 1 right')
  town.clean()
})

test('a press on a post of last year, which still shows its buttons, gets the answer and counts for nothing', async () => {
  const town = await settled()
  const { discord, bad, bob } = town
  await town.wait(due)
  const monday = town.postIn(bad)
  discord.allow(bad, 0n)
  await town.wait(close)
  town.moveClock('2027-11-23T08:00:00Z')
  expect(textOf(monday)).not.toContain('The answer: ')
  const seen = textOf(await discord.people.seen(town.answer(bob, monday, true)))
  expect(seen).toContain('This question is closed')
  expect(seen).toMatch(/The answer is \*\*[A-D]: /u)
  expect(textOf(await town.type(bob, '/study me', {}, bad))).not.toContain('1 point')
  town.clean()
})
