// Posting, finding and redrawing over the wire: never twice, and each failure in its class with a sentence for people.
import { describe, expect, test } from 'vitest'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import type { Fault } from '../../fakes/slack/world.ts'
import { raw } from '../../fakes/slack/raw.ts'
import { failureOf } from '../platform-contract.ts'
import { openStage, startedStage, wordsIn } from './stage.ts'

const round = '0123456789abcdef'
const question = samples.get('question') ?? notice('no sample', [])
const reveal = samples.get('reveal') ?? notice('no sample', [])

describe('posting a round', () => {
  test('sends the round along where only apps see it, and neither links nor mentions by itself', async () => {
    const { platform, slack, place } = await startedStage()
    const ref = await platform.post(place, question, round)
    const [message] = slack.messages('C0STUDY')
    expect(ref).toBe(`C0STUDY/${message?.ts}`)
    expect(message?.metadata).toEqual({ event_type: 'studyhall_round', event_payload: { round } })
    const [sent] = slack.calls('chat.postMessage')
    expect(sent).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' })
    expect(sent).not.toHaveProperty('link_names')
    expect(sent).not.toHaveProperty('parse')
  })

  test.each([...samples.keys()])('posts and redraws the sample %s as Slack takes it', async (name) => {
    const { platform, slack, place } = await openStage()
    const screen = samples.get(name) ?? question
    await platform.redraw(await platform.post(place, screen, round), screen)
    expect(slack.world.refusals).toEqual([])
  })

  const once: readonly (readonly [string, Fault, string])[] = [
    ['answers 500', { kind: 'status', status: 500, stored: true }, 'unclear'],
    ['answers 503', { kind: 'status', status: 503, stored: false }, 'unclear'],
    ['resets the connection', { kind: 'reset', stored: true }, 'unclear'],
    ['says fatal_error', { kind: 'error', error: 'fatal_error' }, 'unclear'],
    ['says internal_error', { kind: 'error', error: 'internal_error' }, 'unclear'],
    ['asks to wait', { kind: 'rate-limited', seconds: 7 }, 'busy'],
    ['asks to wait without saying how long', { kind: 'rate-limited', seconds: null }, 'busy'],
    ['asks to wait in the body', { kind: 'error', error: 'ratelimited' }, 'busy'],
    ['answers 404', { kind: 'status', status: 404, stored: false }, 'busy'],
    ['says something unheard of', { kind: 'error', error: 'a_new_error' }, 'refused'],
  ]

  test.each(once)('is tried once where Slack %s', async (_, fault, code) => {
    const { platform, slack, place } = await openStage()
    slack.fail('chat.postMessage', fault, 10)
    const failure = await failureOf(platform.post(place, question, round))
    expect(failure.code).toBe(code)
    expect(failure.message).toMatch(/^[A-Z].*\.$/su)
    expect(slack.calls('chat.postMessage')).toHaveLength(1)
  })

  test('is busy for as long as Slack says', async () => {
    const { platform, slack, place } = await openStage()
    slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 42 })
    expect(await failureOf(platform.post(place, question, round))).toMatchObject({ code: 'busy', retryAfter: 42_000 })
  })

  test('is busy where nothing listens: nothing was sent', async () => {
    const { platform, slack, place } = await openStage()
    await slack.close()
    expect((await failureOf(platform.post(place, question, round))).code).toBe('busy')
  })

  const refusals: readonly (readonly [string, (stage: Awaited<ReturnType<typeof openStage>>) => void, RegExp])[] = [
    ['is not in the channel', ({ slack }) => void slack.addChannel('C0STUDY', { joined: false }), /\/invite/],
    ['is not in the private channel', ({ slack }) => void slack.addChannel('C0STUDY', { joined: false, private: true }), /private.*\/invite/],
    ['finds the channel archived', ({ slack }) => void Object.assign(slack.world.channels.get('C0STUDY') ?? {}, { archived: true }), /Unarchive/],
    ['is kept out by the settings', ({ slack }) => slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' }), /owner or admin/],
    ['lacks the permission', ({ slack }) => void slack.world.scopes.delete('chat:write'), /manifest/],
    ['builds what Slack does not take', ({ slack }) => slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' }), /fault in the bot/],
  ]

  test.each(refusals)('is refused with a sentence on who can mend it where the bot %s', async (_, arrange, sentence) => {
    const stage = await openStage()
    arrange(stage)
    const failure = await failureOf(stage.platform.post(stage.place, question, round))
    expect(failure.code).toBe('refused')
    expect(failure.message).toMatch(sentence)
    expect(JSON.stringify([failure.message, stage.log])).not.toContain(stage.slack.world.botToken)
  })

  test('waits where the bot has lost its token, with a sentence on who can fix it: until then nobody can be told', async () => {
    const { platform, slack, place, log } = await openStage()
    slack.fail('chat.postMessage', { kind: 'error', error: 'token_revoked' })
    const failure = await failureOf(platform.post(place, question, round))
    expect(failure).toMatchObject({ code: 'busy', scope: 'group', message: expect.stringContaining('SLACK_BOT_TOKEN') })
    expect(JSON.stringify([failure.message, log])).not.toContain(slack.world.botToken)
  })

  test('needs no invitation to a public channel where that permission was given', async () => {
    const { platform, slack, place } = await openStage()
    slack.addChannel('C0STUDY', { joined: false })
    slack.world.scopes.add('chat:write.public')
    await platform.post(place, question, round)
    expect(slack.messages('C0STUDY')).toHaveLength(1)
  })
})

describe('redrawing a post', () => {
  test('sends text and blocks each time, and tries again what broke off', async () => {
    const { platform, slack, place } = await openStage()
    const ref = await platform.post(place, question, round)
    slack.fail('chat.update', { kind: 'reset', stored: true })
    await platform.redraw(ref, reveal)
    expect(slack.messages('C0STUDY').map(wordsIn)).toEqual([expect.stringContaining('The answer: B')])
    for (const sent of slack.calls('chat.update')) expect(sent).toMatchObject({ text: expect.stringContaining('The answer: B'), blocks: expect.any(Array) })
  })

  test('is busy where Slack asks to wait', async () => {
    const { platform, slack, place } = await openStage()
    const ref = await platform.post(place, question, round)
    slack.fail('chat.update', { kind: 'rate-limited', seconds: 9 })
    expect(await failureOf(platform.redraw(ref, reveal))).toMatchObject({ code: 'busy', retryAfter: 9_000 })
  })

  test.each(['not_in_channel', 'is_archived', 'token_revoked'])('can be tried again where somebody can mend what is wrong (%s)', async (error) => {
    const { platform, slack, place } = await openStage()
    const ref = await platform.post(place, question, round)
    slack.fail('chat.update', { kind: 'error', error })
    expect(await failureOf(platform.redraw(ref, reveal))).toMatchObject({ code: 'busy', retryAfter: 3_600_000 })
  })

  test('is refused where the post was deleted', async () => {
    const { platform, slack, place } = await openStage()
    const ref = await platform.post(place, question, round)
    slack.world.channels.get('C0STUDY')?.messages.splice(0)
    expect(await failureOf(platform.redraw(ref, reveal))).toMatchObject({ code: 'refused', message: expect.stringContaining('was deleted') })
  })
})

describe('finding a post', () => {
  test('reads the channel to the moment in question, page by page', async () => {
    const { platform, slack, place } = await startedStage()
    const since = Date.now()
    const ref = await platform.post(place, question, round)
    const channel = slack.world.channels.get('C0STUDY')
    const [message] = slack.messages('C0STUDY')
    for (let index = 0; index < 450; index++) channel?.messages.push({ ...raw(message), ts: `${Math.floor(Date.now() / 1000)}.9${index}`, metadata: undefined } as never)
    expect(await platform.find(place, round, since)).toBe(ref)
    expect(await platform.find(place, 'ffffffffffffffff', since)).toBeUndefined()
    expect(slack.calls('conversations.history').length).toBe(6)
  })

  test('reads no further back than the moment in question', async () => {
    const { platform, slack, place } = await startedStage()
    const old = Math.floor(Date.now() / 1000) - 86_400
    for (let index = 0; index < 450; index++) slack.world.channels.get('C0STUDY')?.messages.push({ ts: `${old}.1${index}`, channel: 'C0STUDY', only: null, text: '', blocks: [], metadata: undefined, edits: 0, by: 'somebody' })
    await platform.post(place, question, round)
    expect(await platform.find(place, 'ffffffffffffffff', Date.now())).toBeUndefined()
    expect(slack.calls('conversations.history').length).toBe(1)
  })

  test('takes no post of another app for its own', async () => {
    const { platform, slack, place } = await startedStage()
    await platform.post(place, question, round)
    const next = await startedStage()
    next.slack.world.channels.get('C0STUDY')?.messages.push(...slack.messages('C0STUDY'))
    Object.assign(next.slack.world.app, { user: 'U0OTHER' })
    expect(await next.platform.find(next.place, round, Date.now())).toBeUndefined()
  })

  test.each([
    ['may not read public channels', 'channels:history', {}],
    ['may not read private channels', 'groups:history', { private: true }],
  ])('cannot tell where the app %s', async (_, scope, kind) => {
    const { platform, slack, place } = await startedStage()
    slack.addChannel('C0STUDY', kind)
    slack.world.scopes.delete(scope)
    expect(await platform.find(place, round, Date.now())).toBe('cannot-tell')
  })

  test('is asked again where Slack fails for the moment, for however long', async () => {
    const { platform, slack, place } = await startedStage()
    slack.fail('conversations.history', { kind: 'status', status: 500, stored: false }, 6)
    expect((await failureOf(platform.find(place, round, Date.now()))).code).toBe('unclear')
    expect((await failureOf(platform.find(place, round, Date.now() - 60 * 60_000))).code).toBe('unclear')
  })
})

test('a reply goes into the thread of its post, and is tried once', async () => {
  const { platform, slack, place } = await startedStage()
  const ref = await platform.post(place, question, round)
  const recap = samples.get('recap') ?? question
  await platform.reply(ref, recap, round)
  expect(slack.replies('C0STUDY').map(({ thread }) => `C0STUDY/${thread}`)).toEqual([ref])
  slack.fail('chat.postMessage', { kind: 'status', status: 500, stored: true }, 10)
  expect((await failureOf(platform.reply(ref, recap, round))).code).toBe('unclear')
  expect(slack.calls('chat.postMessage')).toHaveLength(3)
})
