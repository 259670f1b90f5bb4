// What people type and press, over the wire: read into plain requests, acknowledged in time, answered for them alone.
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/screens/request.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import type { Button } from '../../../src/screens/screen.ts'
import { onMessage } from '../../fakes/slack/fake-slack.ts'
import { until } from '../../fakes/until.ts'
import type { Message } from '../../fakes/slack/world.ts'
import { startedStage, whispered, wordsIn, type Stage } from './stage.ts'
import { say } from '../told-bot.ts'

const round = '0123456789abcdef'
const question = samples.get('question') ?? notice('no sample', [])
const questionTwo = samples.get('question-two') ?? notice('no sample', [])
const board: Button = { label: 'Board', control: 'v1:board:place:week:0', primary: false }
const withButton = (title: string): Reply => ({ to: 'asker', screen: notice(title, [], [board]), update: false })

async function posted({ platform, slack, place }: Stage, screen = question): Promise<Message> {
  await platform.post(place, screen, round)
  const message = slack.messages('C0STUDY').at(-1)
  if (message === undefined) throw new Error('nothing was posted')
  return message
}

describe.each([
  ['in Socket Mode', {}],
  ['over HTTP', { signingSecret: 'the-signing-secret-of-the-fake', port: 0 }],
])('a command %s', (_, config) => {
  test('becomes a request with who asks, where, and what', async () => {
    const { slack, requests } = await startedStage(config)
    const { ack } = await slack.command('U0ADA', 'C0STUDY', 'board month')
    expect(ack).toMatchObject({ inTime: true, body: {} })
    await whispered(slack, 'U0ADA', 'An answer')
    expect(requests).toEqual([
      {
        kind: 'command',
        event: expect.stringMatching(/\S/u),
        at: expect.any(Number),
        group: 'slack:T0STUDY',
        place: 'slack:T0STUDY/C0STUDY',
        asker: { id: 'slack:T0STUDY/U0ADA', name: 'Ada Lovelace', zone: 'Europe/Berlin', admin: true, maySetUp: true },
        command: { kind: 'known', name: 'board', values: { period: 'month' } },
      },
    ])
  })

  test('is answered for the asker alone', async () => {
    const { slack } = await startedStage(config)
    await slack.command('U0ADA', 'C0STUDY', 'help')
    await whispered(slack, 'U0ADA', 'An answer')
    expect(slack.messages('C0STUDY')).toEqual([])
    expect(slack.whispers('U0BOB')).toEqual([])
  })

  test('is acknowledged within 3 seconds also where the answer takes longer, and answered after all', async () => {
    const { slack, bot } = await startedStage(config)
    const answer = Promise.withResolvers<readonly Reply[]>()
    bot.answer = () => answer.promise
    const { ack } = await slack.command('U0ADA', 'C0STUDY', 'help')
    expect(ack.inTime).toBe(true)
    expect(slack.whispers('U0ADA')).toEqual([])
    answer.resolve([say('At last')])
    await whispered(slack, 'U0ADA', 'At last')
  })

  test('changes nothing when it is delivered again, and is acknowledged all the same', async () => {
    const { slack, requests } = await startedStage(config)
    const delivered = await slack.command('U0ADA', 'C0STUDY', 'help')
    await whispered(slack, 'U0ADA', 'An answer')
    expect((await slack.again(delivered)).ack.inTime).toBe(true)
    await slack.command('U0BOB', 'C0STUDY', 'help')
    await whispered(slack, 'U0BOB', 'An answer')
    expect(requests).toHaveLength(2)
    expect(slack.whispers('U0ADA')).toHaveLength(1)
  })
})

describe('a typed line', () => {
  test.each([
    ['managers add <@U0BOB|bob>', { kind: 'known', name: 'managers', values: { change: 'add', person: 'slack:T0STUDY/U0BOB' } }],
    ['managers remove <@U0BOB>', { kind: 'known', name: 'managers', values: { change: 'remove', person: 'slack:T0STUDY/U0BOB' } }],
    ['managers add @bob', { kind: 'misused', name: 'managers', problem: expect.stringContaining('“@bob”') }],
    ['lookup what does <@U0BOB|bob> see in <#C1|general> &lt;3', { kind: 'known', name: 'lookup', values: { words: 'what does @bob see in #general <3' } }],
    ['lookup <https://docs.example/a|docs> &amp;amp; more', { kind: 'known', name: 'lookup', values: { words: 'https://docs.example/a &amp; more' } }],
    ['lookup <!channel>', { kind: 'known', name: 'lookup', values: { words: '@channel' } }],
    ['', { kind: 'known', name: 'help', values: {} }],
    ['bord', { kind: 'unknown', typed: 'bord', meant: 'board' }],
  ])('%s is read as it was meant', async (line, command) => {
    const { slack, requests } = await startedStage()
    await slack.command('U0ADA', 'C0STUDY', line)
    await until(() => requests.length === 1, 'the request')
    expect(requests[0]).toMatchObject({ command })
  })

  test('in a direct message has no place', async () => {
    const { slack, requests, platform } = await startedStage()
    await platform.tell('slack:T0STUDY/U0ADA', notice('Hello', []))
    await slack.command('U0ADA', 'DU0ADA', 'me')
    await until(() => slack.messages('DU0ADA').some((message) => wordsIn(message).includes('An answer')), 'an answer')
    expect(requests[0]?.place).toBeNull()
  })
})

describe('a press', () => {
  test('on a private message comes from the workspace and from no channel, and its answer replaces the message', async () => {
    const { slack, requests, platform, bot } = await startedStage()
    await platform.tell('slack:T0STUDY/U0ADA', notice('Hello', [], [board]))
    const [told] = slack.messages('DU0ADA')
    if (told === undefined) throw new Error('nothing was told')
    bot.answer = () => [say('Here it is', true)]
    await slack.press('U0ADA', onMessage(told), 'Board')
    await until(() => wordsIn(told).includes('Here it is'), 'the answer')
    expect(requests).toMatchObject([{ kind: 'press', control: board.control, group: 'slack:T0STUDY', place: null, asker: { id: 'slack:T0STUDY/U0ADA', name: 'Ada Lovelace' } }])
    expect(requests[0]).not.toHaveProperty('message')
    expect(slack.whispers('U0ADA')).toEqual([])
  })

  test('says what was pressed, and is answered beside the message, which stays as it is', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    expect((await stage.slack.press('U0BOB', onMessage(message), 'B')).ack.inTime).toBe(true)
    await whispered(stage.slack, 'U0BOB', 'An answer')
    expect(stage.requests[0]).toMatchObject({ kind: 'press', control: `v1:answer:${round}:a:195613ef`, chosen: [], place: stage.place, asker: { name: 'Bob', admin: false } })
    expect(message.edits).toBe(0)
  })

  test('is acknowledged after the answer, not before', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    const answer = Promise.withResolvers<readonly Reply[]>()
    stage.bot.answer = () => answer.promise
    let acknowledged = false
    const press = stage.slack.press('U0BOB', onMessage(message), 'B').then(() => (acknowledged = true))
    await until(() => stage.requests.length === 1, 'the request')
    // Another delivery goes there and back meanwhile.
    await stage.slack.event({ type: 'reaction_added', user: 'U0BOB' })
    expect(acknowledged).toBe(false)
    answer.resolve([say('Now')])
    await press
  })

  test('of the button below boxes brings the ticked options along; a tick alone asks nothing', async () => {
    const stage = await startedStage()
    const message = await posted(stage, questionTwo)
    const { slack, requests } = stage
    const pick = 'v1:pick:fedcba9876543210'
    expect((await slack.press('U0BOB', onMessage(message), pick, ['a'])).ack.inTime).toBe(true)
    await slack.press('U0BOB', onMessage(message), 'v1:answer:fedcba9876543210:*:195613ef', ['a', 'b'])
    await slack.press('U0ADA', onMessage(message), 'v1:answer:fedcba9876543210:*:195613ef', [])
    await until(() => requests.length === 2, 'the requests')
    expect(requests.map((request) => request.kind === 'press' && [request.control, request.chosen])).toEqual([
      ['v1:answer:fedcba9876543210:*:195613ef', ['a', 'b']],
      ['v1:answer:fedcba9876543210:*:195613ef', []],
    ])
  })

  test('on a private message replaces it where the reply says so', async () => {
    const { slack, bot } = await startedStage()
    bot.answer = () => [withButton('Page one')]
    await slack.command('U0ADA', 'C0STUDY', 'board')
    const message = await whispered(slack, 'U0ADA', 'Page one')
    bot.answer = () => [say('Page two', true)]
    await slack.press('U0ADA', onMessage(message), 'Board')
    await until(() => wordsIn(message).includes('Page two'), 'the page to turn')
    expect(slack.whispers('U0ADA')).toHaveLength(1)
  })

  test('on a message for everyone never replaces it', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    stage.bot.answer = () => [say('For you', true)]
    await stage.slack.press('U0ADA', onMessage(message), 'A')
    await whispered(stage.slack, 'U0ADA', 'For you')
    expect(wordsIn(message)).not.toContain('For you')
  })

  test('of a button that nobody knows is a request without a control', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    message.blocks = message.blocks.map((block) => JSON.parse(JSON.stringify(block).replaceAll('v1:answer', 'v0:old')) as typeof block)
    await stage.slack.press('U0ADA', onMessage(message), 'A')
    await whispered(stage.slack, 'U0ADA', 'An answer')
    expect(stage.requests[0]).toMatchObject({ kind: 'press', control: expect.stringMatching(/^v0:/u), chosen: [] })
  })

  test('delivered twice at the same time is one request, and twice acknowledged', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    const delivered = await stage.slack.press('U0ADA', onMessage(message), 'A')
    const repeated = await Promise.all([stage.slack.again(delivered), stage.slack.again(delivered)])
    expect(repeated.map(({ ack }) => ack.inTime)).toEqual([true, true])
    expect(stage.requests).toHaveLength(1)
  })

  test('a second press of the same button is another request', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    await stage.slack.press('U0ADA', onMessage(message), 'A')
    await stage.slack.press('U0ADA', onMessage(message), 'A')
    expect(new Set(stage.requests.map(({ event }) => event)).size).toBe(2)
  })
})

describe('a reply', () => {
  test('goes through the channel where its address has expired', async () => {
    const stage = await startedStage()
    const message = await posted(stage)
    const answer = Promise.withResolvers<readonly Reply[]>()
    stage.bot.answer = () => answer.promise
    const press = stage.slack.press('U0ADA', onMessage(message), 'A')
    await until(() => stage.requests.length === 1, 'the request')
    for (const address of stage.slack.world.responses.values()) address.expired = true
    answer.resolve([say('All the same')])
    await press
    await whispered(stage.slack, 'U0ADA', 'All the same')
    expect(stage.slack.whispers('U0ADA')[0]?.by).toBe('chat.postEphemeral')
  })

  test('that can be shown nowhere is in the log, and the next one works', async () => {
    const stage = await startedStage()
    stage.bot.answer = () => {
      for (const address of stage.slack.world.responses.values()) address.expired = true
      return [say('Lost')]
    }
    stage.slack.fail('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' })
    stage.slack.fail('chat.postMessage', { kind: 'error', error: 'messages_tab_disabled' })
    await stage.slack.command('U0ADA', 'C0STUDY', 'help')
    await until(() => stage.log.some(({ level, message }) => level === 'warn' && message.includes('could not show')), 'the line in the log')
    stage.bot.answer = () => [say('Found')]
    await stage.slack.command('U0ADA', 'C0STUDY', 'help')
    await whispered(stage.slack, 'U0ADA', 'Found')
    expect(stage.slack.whispers('U0ADA')).toHaveLength(1)
  })

  test.each([...samples.keys()])('shows the sample %s as Slack takes it', async (name) => {
    const { slack, bot } = await startedStage()
    bot.answer = () => [{ to: 'asker', screen: samples.get(name) ?? question, update: false }]
    await slack.command('U0ADA', 'C0STUDY', 'help')
    await until(() => slack.whispers('U0ADA').length === 1, 'the reply')
    expect(slack.world.refusals).toEqual([])
  })
})

test('whatever else Slack sends is acknowledged and asks nothing', async () => {
  const { slack, requests, log } = await startedStage()
  const others = [
    { type: 'shortcut', callback_id: 'x', trigger_id: '1', user: { id: 'U0ADA', team_id: 'T0STUDY' }, team: { id: 'T0STUDY' } },
    { type: 'message_action', callback_id: 'x', trigger_id: '1', user: { id: 'U0ADA' }, team: { id: 'T0STUDY' }, channel: { id: 'C0STUDY' } },
    { type: 'view_closed', user: { id: 'U0ADA' }, team: { id: 'T0STUDY' }, view: { callback_id: 'x' } },
    { type: 'block_actions', user: { id: 'U0ADA' }, team: { id: 'T0STUDY' }, actions: [] },
  ]
  for (const payload of others) expect((await slack.deliverRaw('interactive', payload)).ack.inTime).toBe(true)
  expect((await slack.event({ type: 'reaction_added', user: 'U0ADA', reaction: 'tada' })).ack.inTime).toBe(true)
  expect(requests.map(({ kind }) => kind)).toEqual(['press'])
  expect(log.filter(({ level }) => level === 'error')).toEqual([])
})
