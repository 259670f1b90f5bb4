// Events of Slack's read into plain data: what people write to the bot, and what happens to channels, people and the app.
import { describe, expect, test } from 'vitest'
import { readIncoming } from '../../../src/platforms/slack/incoming/read-payload.ts'

const read = (event: object, more: object = {}) => readIncoming({ event, ...more }, 'U0BOT')
const other = { kind: 'other' }
const bot = '<@U0BOT>'

describe('words to the bot', () => {
  const mention = { type: 'app_mention', user: 'U0ADA', channel: 'C0STUDY', ts: '1.000002', text: `${bot} board month` }
  const direct = { ...mention, type: 'message', channel: 'D0ADA' }

  test('after a mention in a channel are answered in the channel', () => {
    expect(read(mention)).toEqual({
      kind: 'written', words: 'board month', at: expect.closeTo(1000, 1),
      from: { event: 'message C0STUDY 1.000002', user: 'U0ADA', shownAs: '', channel: 'C0STUDY' },
      on: { kind: 'chat', url: null, trigger: null, own: null, thread: null },
    })
  })

  test('in a direct message are answered there, and are in no channel', () => {
    expect(read(direct)).toEqual({
      kind: 'written', words: 'board month', at: expect.closeTo(1000, 1),
      from: { event: 'message D0ADA 1.000002', user: 'U0ADA', shownAs: '', channel: null },
      on: { kind: 'chat', url: null, trigger: null, own: null, thread: null, direct: 'D0ADA' },
    })
  })

  test('in a thread are answered in the thread', () => {
    expect(read({ ...mention, thread_ts: '1.000001' })).toMatchObject({ on: { thread: '1.000001' } })
  })

  test('are one message in both events that a mention in a direct message makes', () => {
    expect(read({ ...direct, type: 'app_mention' })).toEqual(read(direct))
  })

  test('without a timestamp are a message each', () => {
    const { ts: _, ...rest } = mention
    const [one, two] = [read(rest), read(rest)]
    expect(one).toMatchObject({ kind: 'written', from: { event: expect.stringMatching(/^message C0STUDY \S+$/u) } })
    expect(two).not.toEqual(one)
  })

  test.each([
    [bot, ''],
    ['<@U0BOT|studyhall>: board', 'board'],
    [`${bot}, — board, please`, 'board, please'],
    [`hey ${bot} board`, 'board'],
    [`${bot} board ${bot} month `, expect.stringMatching(/^board\s+month$/u)],
  ])('in a channel are what comes after the bot’s name: “%s”', (text, words) => {
    expect(read({ ...mention, text })).toMatchObject({ kind: 'written', words })
  })

  test('in a direct message are everything but the bot’s name', () => {
    expect(read({ ...direct, text: `board ${bot} month` })).toMatchObject({ words: expect.stringMatching(/^board\s+month$/u) })
    expect(read({ ...direct, text: ': board' })).toMatchObject({ words: 'board' })
  })

  test('may come with a file; a file alone is nothing', () => {
    expect(read({ ...direct, subtype: 'file_share' })).toMatchObject({ kind: 'written' })
    expect(read({ ...direct, subtype: 'file_share', text: ' ' })).toEqual(other)
    expect(read({ ...direct, text: undefined })).toEqual(other)
  })

  test.each<readonly [string, object]>([
    ['of another bot', { bot_id: 'B1' }],
    ['of another app', { bot_profile: { app_id: 'A1' } }],
    ['of the bot itself', { user: 'U0BOT' }],
    ['of Slackbot', { user: 'USLACKBOT' }],
    ['of nobody', { user: undefined }],
    ['in no channel', { channel: undefined }],
    ['that were edited', { edited: { ts: '2.0' } }],
    ['that are hidden', { hidden: true }],
    ['of a changed message', { subtype: 'message_changed' }],
    ['around another message', { message: { ts: '1.000001' } }],
  ])('%s are left alone', (_, change) => {
    expect(read({ ...direct, ...change })).toEqual(other)
  })

  test('in a channel without a mention of the bot are not for it', () => {
    expect(read({ ...mention, type: 'message' })).toEqual(other)
    expect(read({ ...mention, text: 'board <@U0BOB>' })).toEqual(other)
  })
})

describe('one’s own page', () => {
  const opened = { type: 'app_home_opened', user: 'U0ADA', tab: 'home' }

  test('is shown to whoever opens it', () => {
    expect(read(opened, { event_id: 'Ev1' })).toEqual({ kind: 'home', from: { event: 'Ev1', user: 'U0ADA', shownAs: '', channel: null } })
  })

  test('opened twice is two events, also where Slack gives them no ids', () => {
    const [one, two] = [read(opened), read(opened)]
    expect(one).toMatchObject({ kind: 'home', from: { event: expect.stringMatching(/\S/u) } })
    expect(two).not.toEqual(one)
  })

  test('is not shown for the messages beside it, or to nobody', () => {
    expect(read({ ...opened, tab: 'messages' })).toEqual(other)
    expect(read({ ...opened, user: undefined })).toEqual(other)
  })
})

describe('a channel', () => {
  test.each([
    ['channel_deleted', 'channel-deleted'], ['group_deleted', 'channel-deleted'],
    ['channel_archive', 'channel-archived'], ['group_archive', 'channel-archived'],
    ['channel_unarchive', 'channel-unarchived'], ['group_unarchive', 'channel-unarchived'],
  ])('of which %s tells is %s', (type, kind) => {
    expect(read({ type, channel: 'C0STUDY' })).toEqual({ kind, channel: 'C0STUDY' })
    expect(read({ type })).toEqual(other)
  })

  test('with another id is known by both', () => {
    expect(read({ type: 'channel_id_changed', old_channel_id: 'C1', new_channel_id: 'C2' })).toEqual({ kind: 'channel-moved', from: 'C1', to: 'C2' })
    expect(read({ type: 'channel_id_changed', old_channel_id: 'C1' })).toEqual(other)
    expect(read({ type: 'channel_id_changed', new_channel_id: 'C2' })).toEqual(other)
  })
})

test('a change of a person brings along what Slack knows of them', () => {
  const user = { id: 'U0ADA', deleted: true }
  expect(read({ type: 'user_change', user })).toEqual({ kind: 'user-changed', user: 'U0ADA', data: user })
  expect(read({ type: 'user_change', user: {} })).toEqual(other)
})

test('the app is gone when it is taken out, or when the bot’s own token is revoked', () => {
  expect(read({ type: 'app_uninstalled' })).toEqual({ kind: 'removed' })
  expect(read({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } })).toEqual({ kind: 'removed' })
  expect(read({ type: 'tokens_revoked', tokens: { bot: ['U0OTHER'], oauth: ['U0BOT'] } })).toEqual(other)
  expect(read({ type: 'tokens_revoked' })).toEqual(other)
})

test('any other event is nothing for the bot', () => {
  expect(read({ type: 'reaction_added', user: 'U0ADA' })).toEqual(other)
})
