// What people write to the bot on Discord, and what is not for it.
import { MessageType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../../src/platforms/discord/incoming/read-message.ts'

const [bot, message, server, channel, person] = ['100000000000000001', '100000000000000002', '100000000000000003', '100000000000000004', '100000000000000005'] as const

const written = (content: string, more: object = {}, author: object = {}) =>
  ({ id: message, type: MessageType.Default, guildId: server, channelId: channel, content, webhookId: null, author: { id: person, bot: false, system: false, ...author }, ...more }) as unknown as Parameters<typeof readMessage>[0]
const read = (...what: Parameters<typeof written>) => readMessage(written(...what), bot)
const direct = { guildId: null }

describe('words to the bot', () => {
  test('in a server are what comes after its name', () => {
    expect(read(`hey <@${bot}> board month`)).toEqual({ id: message, guild: server, channel, words: 'board month', repliesTo: null })
    expect(read(`<@!${bot}>: — board, please `)?.words).toBe('board, please')
    expect(read(`<@${bot}>`)?.words).toBe('')
    expect(read(`<@${bot}> board <@${bot}> month`)?.words).toMatch(/^board\s+month$/u)
  })

  test('in a direct message are all but its name', () => {
    expect(read('board month', direct)).toEqual({ id: message, guild: null, channel, words: 'board month', repliesTo: null })
    expect(read(`board <@${bot}> month`, direct)?.words).toMatch(/^board\s+month$/u)
    expect(read('B', { ...direct, type: MessageType.Reply, reference: { messageId: '7' } })?.repliesTo).toBe('7')
  })

  test('may be a reply that names it', () => {
    expect(read(`<@${bot}> board`, { type: MessageType.Reply })?.words).toBe('board')
  })
})

describe('left alone', () => {
  test.each<readonly [string, object, object]>([
    ['another bot', {}, { bot: true }],
    ['Discord itself', {}, { system: true }],
    ['a webhook', { webhookId: '100000000000000009' }, {}],
    ['somebody who joined', { type: MessageType.UserJoin }, {}],
    ['somebody without an id', {}, { id: 'nobody' }],
    ['a message without an id', { id: '' }, {}],
    ['a channel without an id', { channelId: 'x' }, {}],
  ])('are the words of %s', (_, more, author) => {
    expect(read(`<@${bot}> board`, more, author)).toBeUndefined()
    expect(read('board', { ...direct, ...more }, author)).toBeUndefined()
  })

  test('is a server without an id', () => {
    expect(read(`<@${bot}> board`, { guildId: 'x' })).toBeUndefined()
  })

  test('are words in a server that do not name the bot, and a file alone', () => {
    expect(read('board')).toBeUndefined()
    expect(read(`<@&${bot}> board`)).toBeUndefined()
    expect(read(`<@${bot}9> board`)).toBeUndefined()
    expect(read(' ', direct)).toBeUndefined()
  })
})
