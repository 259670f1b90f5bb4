// A channel with more than 2,000 messages since the due time, or a proxy that answered with HTTP 403, lost the question: the bot said that
// it wasn't allowed to read the channel, which was not true. Ten minutes of HTTP 403 lost it at once, with hours of the window left.
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { hour, minute } from '../../src/core/time.ts'
import { notice } from '../../src/screens/notice.ts'
import { openSending, searched, unclear, type Sending } from '../delivery/sending.ts'
import { refused as refusedByDiscord } from '../fakes/discord/faults.ts'
import { failureOf } from '../platforms/platform-contract.ts'
import { openStage as openDiscord } from '../platforms/discord/stage.ts'
import { startedStage as startSlack } from '../platforms/slack/stage.ts'

const round = '0123456789abcdef'
const question = notice('What now?', [])

const markOf = (found: string | { readonly before: string } | undefined): string => {
  if (typeof found !== 'object') throw new Error(`the search is over: ${found}`)
  return found.before
}

describe('a channel with many messages', () => {
  let due: Sending
  afterEach(() => due.ledger.close())
  const open = async (...found: readonly (string | { readonly before: string } | undefined)[]) => {
    const search = searched(...found)
    due = await openSending({ failures: [unclear()], platform: { find: search.find } })
    return search
  }
  const stepEach = async (minutes: number) => {
    for (let at = 0; at < minutes; at += 1) {
      await due.step()
      due.pass(minute)
    }
  }

  it('is searched on from where the last beat left off, and the post is adopted', async () => {
    const { marks } = await open({ before: 'm1' }, { before: 'm2' }, 'message 7')
    await stepEach(4)
    expect(marks).toEqual([undefined, 'm1', 'm2'])
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7' })
    expect(due.posts).toEqual([])
  })

  it('without it gets the question, once what came above the first step was looked at too', async () => {
    const { marks } = await open({ before: 'm1' }, undefined, { before: 'm9' })
    await stepEach(3)
    expect([marks, due.posts.length]).toEqual([[undefined, 'm1', undefined], 1])
  })

  it('that has it above the first step keeps it', async () => {
    await open({ before: 'm1' }, undefined, 'message 8')
    await stepEach(3)
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 8' })
  })

  it('that cannot be searched in time is the reason on record', async () => {
    await open(...Array.from({ length: 9 }, (_, step) => ({ before: `m${step}` })))
    await stepEach(2)
    due.pass(7 * hour)
    await due.step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringContaining('too many messages since') })
  })
})

describe('Slack', () => {
  it('a search that meets many messages goes on behind them', async () => {
    const { platform, slack, place } = await startSlack()
    const posted = await platform.post(place, question, round)
    const later = Math.floor(Date.now() / 1000) + 60
    for (let index = 0; index < 2_100; index += 1) slack.world.channels.get('C0STUDY')?.messages.push({ ts: `${later}.${100_000 + index}`, channel: 'C0STUDY', only: null, text: '', blocks: [], metadata: undefined, edits: 0, by: 'somebody' })
    const first = await platform.find(place, round, Date.now())
    expect(await platform.find(place, round, Date.now(), markOf(first))).toBe(posted)
    expect(await platform.find(place, 'ffffffffffffffff', Date.now(), markOf(first))).toBeUndefined()
  })

  it.each([403, 404, 400])('HTTP %i without a code of Slack’s is waited for, in a post and in a search', async (status) => {
    const { platform, slack, place } = await startSlack()
    for (const method of ['chat.postMessage', 'conversations.history']) slack.fail(method, { kind: 'status', status, stored: false }, Infinity)
    expect(await failureOf(platform.post(place, question, round))).toMatchObject({ code: 'busy', message: expect.stringContaining(`HTTP ${status}`) })
    expect(await failureOf(platform.find(place, round, Date.now()))).toMatchObject({ code: 'busy' })
  })

  it.each([['invalid_cursor', 'asked again'], ['some_new_code', 'asked again'], ['not_in_channel', 'cannot-tell'], ['token_revoked', 'asked again']])('a search that is answered with %s is %s', async (code, expected) => {
    const { platform, slack, place } = await startSlack()
    slack.fail('conversations.history', { kind: 'error', error: code }, Infinity)
    expect(await platform.find(place, round, Date.now()).catch(() => 'asked again')).toBe(expected)
  })
})

describe('Discord', () => {
  const messages = /^\/channels\/\d+\/messages$/
  const start = async () => {
    const stage = await openDiscord({ timing: { pause: 1 } })
    await stage.start()
    onTestFinished(() => expect(stage.discord.violations).toEqual([]))
    return stage
  }

  it('a search that meets many messages goes on behind them', async () => {
    const { platform, place, channel, discord } = await start()
    const { messages: stored, newId, now } = discord.world
    const posted = await platform.post(place, question, round)
    for (let index = 0; index < 2_100; index += 1) {
      const message = { id: newId(), channel, authorId: 'somebody', nonce: null, at: now(), components: [], flags: 0, edits: 0, deleted: false, onlyFor: null }
      stored.set(message.id, message)
    }
    const first = await platform.find(place, round, Date.now())
    expect(await platform.find(place, round, Date.now(), markOf(first))).toBe(posted)
  })

  it('HTTP 403 without a code of Discord’s is waited for, in a post and in a search', async () => {
    const { platform, place, discord } = await start()
    for (const method of ['POST', 'GET']) discord.faults.plan(method, messages, { kind: 'answer', status: 403, body: {} }, Infinity)
    expect(await failureOf(platform.post(place, question, round))).toMatchObject({ code: 'busy', message: expect.stringContaining('HTTP 403') })
    expect(await failureOf(platform.find(place, round, Date.now()))).toMatchObject({ code: 'busy' })
  })

  it.each([[50001, 'cannot-tell'], [50013, 'cannot-tell'], [99999, 'asked again']])('a search that is refused with the code %i is %s', async (code, expected) => {
    const { platform, place, discord } = await start()
    discord.faults.plan('GET', messages, refusedByDiscord(403, code, 'No'), Infinity)
    expect(await platform.find(place, round, Date.now()).catch(() => 'asked again')).toBe(expected)
  })
})
