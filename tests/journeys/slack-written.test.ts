// People write to the bot on Slack, over the wire: mentions in a channel, direct messages, and what must stay without an answer.
import { describe, expect, test } from 'vitest'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { list, raw } from '../fakes/slack/raw.ts'
import { until } from '../fakes/until.ts'
import type { Message } from '../fakes/slack/world.ts'
import { openTown, textOf, type Town } from './slack-town.ts'

const bot = '<@U0BOT>'
const setUp = 'setup 09:00 Europe/Berlin mon-fri'

async function settled(http = false) {
  const town = await openTown('2026-11-23T07:30:00Z', http)
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, setUp)
  await town.wait('2026-11-23T08:00:00Z')
  const dm = (who: string) => `D${who}`
  return {
    ...town, ada, bob, dm,
    /** The private answer to a mention. */
    mention: async (who: string, text: string, more = {}): Promise<Message> => {
      const before = town.slack.whispers(who).length
      await town.slack.say(who, town.channel, text, more)
      return until(() => town.slack.whispers(who)[before], `an answer to ${text}`)
    },
    /** The answer to a direct message. */
    write: async (who: string, text: string, more = {}): Promise<Message> => {
      const before = town.slack.messages(dm(who)).length
      await town.slack.say(who, dm(who), text, more)
      return until(() => town.slack.messages(dm(who))[before], `an answer to ${text}`)
    },
  }
}

const labels = (message: Message) => message.blocks.flatMap((block) => (block['type'] === 'actions' ? list(block['elements']).map((element) => raw(raw(element)['text'])['text']) : []))

function clean({ slack, faults }: Town): void {
  expect(slack.world.refusals).toEqual([])
  expect(faults).toEqual([])
}

const hello = ["Today’s question", 'Leaderboard', 'My progress', 'Look something up', 'Help']

describe.each([['in Socket Mode', false], ['over HTTP', true]])('a mention, %s', (_, http) => {
  test('alone is answered with what one can do, to this person alone', async () => {
    const town = await settled(http)
    const answer = await town.mention(town.bob, bot)
    expect(labels(answer)).toEqual(hello)
    expect(answer.by).toBe('chat.postEphemeral')
    expect(town.posts()).toHaveLength(1)
    // What is pressed there takes its place.
    await town.slack.press(town.bob, onMessage(answer), 'Leaderboard')
    await until(() => textOf(answer).includes('this week'), 'the leaderboard')
    expect(town.slack.whispers(town.bob)).toHaveLength(1)
    clean(town)
  })
})

describe('a mention', () => {
  test('with a command is answered as the command', async () => {
    const town = await settled()
    expect(textOf(await town.mention(town.bob, `${bot} board month`))).toContain('this month')
    expect(textOf(await town.mention(town.bob, `${bot} who repairs the boiler?`))).not.toContain('What would you like')
    expect(textOf(await town.mention(town.bob, `${bot}, /study today`))).toContain('Question of the day')
    expect(textOf(await town.mention(town.ada, `${bot} managers add <@U0BOB>`))).toContain('U0BOB')
    expect(textOf(await town.mention(town.bob, `${bot} setup 10:00`))).not.toContain('Only managers')
    clean(town)
  })

  test('with small talk, or of the bot in a sentence, gets the short help', async () => {
    const town = await settled()
    for (const text of [`thanks ${bot}`, `${bot} thank you!`, `ask ${bot} about it`, `${bot} now is a good time for lunch`]) expect(labels(await town.mention(town.bob, text))).toEqual(hello)
    clean(town)
  })

  test('in a thread is answered in the thread', async () => {
    const town = await settled()
    await town.mention(town.bob, bot, { thread_ts: '1.000001' })
    expect(town.slack.calls('chat.postEphemeral').at(-1)).toMatchObject({ thread_ts: '1.000001' })
  })

  test('many times in a minute is answered twenty times, and once with a word about it', async () => {
    const town = await settled()
    for (let time = 0; time < 24; time += 1) await town.slack.say(town.bob, town.channel, `${bot} hi`)
    expect(labels(await town.mention(town.ada, bot))).toEqual(hello)
    const answers = town.slack.calls('chat.postEphemeral').filter(({ user }) => user === town.bob)
    expect(answers).toHaveLength(21)
    expect(JSON.stringify(answers.at(-1))).toContain('I can answer 20 messages a minute')
    town.moveClock('2026-11-23T08:01:10Z')
    expect(labels(await town.mention(town.bob, bot))).toEqual(hello)
  })

  test('in a group without a quiz, or where the app may not read mentions, does no harm', async () => {
    const town = await settled()
    town.slack.addChannel('C0EMPTY')
    const before = town.slack.whispers(town.bob).length
    await town.slack.say(town.bob, 'C0EMPTY', `${bot} board`)
    await until(() => town.slack.whispers(town.bob)[before], 'an answer')
    town.slack.world.scopes.delete('app_mentions:read')
    expect(await town.slack.say(town.bob, town.channel, bot)).toBeUndefined()
  })
})

describe('a direct message', () => {
  test('is a command, a look-up, or a greeting', async () => {
    const town = await settled()
    await town.answer(town.bob, town.post(), true)
    expect(labels(await town.write(town.bob, 'hi there!'))).toEqual(hello)
    expect(labels(await town.write(town.bob, bot))).toEqual(hello)
    expect(textOf(await town.write(town.bob, 'me'))).toContain('Your progress')
    expect(textOf(await town.write(town.bob, `${bot} board`))).toContain('Bob')
    expect(textOf(await town.write(town.bob, 'price of lunch'))).toContain('“price of lunch”')
    expect(textOf(await town.write(town.bob, '?'))).toContain('Study alone')
    expect(textOf(await town.write(town.bob, 'B'))).toContain('You answered')
    expect(town.slack.whispers(town.bob)).toHaveLength(1)
    clean(town)
  })

  test('about a channel, of somebody who is in none yet, names those that there are', async () => {
    const town = await settled()
    expect(JSON.stringify((await town.write(town.bob, 'today')).blocks)).toContain(town.channel)
    clean(town)
  })

  test('about a channel, of somebody in two, asks which, and stays there', async () => {
    const town = await settled()
    const { slack, bob, ada } = town
    slack.addChannel('C0OTHER')
    await town.type(ada, setUp, 'C0OTHER')
    await town.type(ada, 'now', 'C0OTHER')
    const other = await until(() => slack.messages('C0OTHER').find(({ blocks }) => JSON.stringify(blocks).includes('v1:answer:')), 'the other question')
    await town.answer(bob, other, true)
    await town.answer(bob, town.post(), false)
    const choice = await town.write(bob, 'board')
    expect(textOf(choice)).toContain('Which channel?')
    expect(JSON.stringify(choice.blocks)).toMatch(/C0STUDY.*C0OTHER/u)
    // Each button stands below its channel.
    const second = raw(list(choice.blocks.filter(({ type }) => type === 'actions')[1]?.['elements'])[0])
    await town.slack.press(bob, onMessage(choice), String(second['action_id']))
    await until(() => textOf(choice).includes('1 point'), 'the progress in its place')
    clean(town)
  })
})

test('nothing but new words of a person is answered', async () => {
  const town = await settled()
  const { slack, bob, dm } = town
  const message = (more: object) => ({ type: 'message', channel: dm(bob), channel_type: 'im', user: bob, text: 'board', ts: '1.000002', ...more })
  const mention = (more: object) => ({ type: 'app_mention', channel: town.channel, user: bob, text: `${bot} board`, ts: '1.000003', ...more })
  const silent = [
    message({ bot_id: 'B0BOT', user: 'U0BOT' }),
    message({ bot_id: 'B0OTHER' }),
    message({ subtype: 'bot_message', user: undefined }),
    message({ subtype: 'message_changed', message: { ts: '1.000001', text: 'board' } }),
    message({ subtype: 'message_deleted', hidden: true }),
    message({ subtype: 'thread_broadcast' }),
    message({ text: '' }),
    message({ user: 'USLACKBOT' }),
    message({ channel: town.channel, channel_type: 'channel' }),
    mention({ bot_id: 'B0OTHER' }),
    mention({ user: 'U0BOT' }),
    mention({ edited: { user: bob, ts: '2.0' } }),
    mention({ text: 'board' }),
    mention({ user: undefined }),
    mention({ channel: undefined }),
  ]
  const before = slack.world.calls.length
  for (const event of silent) expect((await slack.event(event)).ack.inTime).toBe(true)
  expect(slack.world.calls.slice(before).map(({ method }) => method)).toEqual([])
  clean(town)
})

test('the same message is answered once, however often and as whatever it comes', async () => {
  const town = await settled()
  const { slack, bob, dm } = town
  const first = await slack.say(bob, town.channel, `${bot} help`)
  if (first === undefined) throw new Error('not heard')
  await slack.again(first)
  await slack.event(raw(first.payload['event']))
  expect(town.slack.calls('chat.postEphemeral')).toHaveLength(1)
  const direct = await slack.say(bob, dm(bob), `${bot} help`)
  await slack.event({ ...raw(direct?.payload['event']), type: 'app_mention' })
  await until(() => slack.messages(dm(bob))[0], 'an answer')
  expect(slack.messages(dm(bob))).toHaveLength(1)
  clean(town)
})
