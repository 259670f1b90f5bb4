// Posting, over the wire: never twice, and each failure in its class.
import { describe, expect, onTestFinished, test } from 'vitest'
import { PostError } from '../../../src/platforms/platform.ts'
import { nonceOf } from '../../../src/platforms/discord/outgoing/round-mark.ts'
import { notice } from '../../../src/screens/notice.ts'
import { samples } from '../../samples.ts'
import { rateLimited, refused, type Fault } from '../../fakes/discord/faults.ts'
import { textOf } from '../../fakes/discord/people.ts'
import { everyoneMay, permission } from '../../fakes/discord/world.ts'
import { openStage, type Stage } from './stage.ts'

const round = '0123456789abcdef'
const question = samples.get('question') ?? notice('no sample', [])
const messages = /^\/channels\/\d+\/messages$/
const quick = { timing: { request: 250, pause: 1 } }

async function failureOf(work: Promise<unknown>): Promise<PostError> {
  const failure = await work.then(() => undefined, (error: unknown) => error)
  if (!(failure instanceof PostError)) throw new Error(`no PostError: ${String(failure)}`)
  return failure
}

async function started(config = { timing: { pause: 1 } }): Promise<Stage> {
  const stage = await openStage(config)
  await stage.start()
  onTestFinished(() => expect(stage.discord.violations).toEqual([]))
  return stage
}

describe('posting a round', () => {
  test('makes one message that pings nobody, with a nonce that Discord remembers', async () => {
    const { platform, discord, place, channel } = await started()
    await platform.post(place, question, round)
    expect(discord.world.messagesIn(channel).map(textOf)).toEqual([expect.stringContaining('A security scan of your Lambda functions')])
    const [sent] = discord.asked('POST', messages)
    expect(sent?.body).toMatchObject({ nonce: nonceOf(place, round), enforce_nonce: true, allowed_mentions: { parse: [] }, flags: 32_768 })
    expect(nonceOf(place, round).length).toBeLessThanOrEqual(25)
    expect(nonceOf(`${place}0`, round)).not.toBe(nonceOf(place, round))
  })

  const storedThenBroken: readonly (readonly [string, Fault])[] = [
    ['answers 500', { kind: 'answer', status: 500, stored: true }],
    ['answers 502', { kind: 'answer', status: 502, stored: true }],
    ['resets the connection', { kind: 'reset', stored: true }],
    ['closes the connection', { kind: 'close', stored: true }],
    ['never answers', { kind: 'hang', stored: true }],
    ['stops in the middle of its answer', { kind: 'half', stored: true }],
  ]

  test.each(storedThenBroken)('makes one message where Discord stores it and then %s', async (_, fault) => {
    const { platform, discord, place, channel } = await started(quick)
    discord.faults.plan('POST', messages, fault)
    const ref = await platform.post(place, question, round)
    expect(discord.world.messagesIn(channel)).toHaveLength(1)
    expect(ref).toBe(`${channel.id}/${discord.world.messagesIn(channel)[0]?.id}`)
    expect(discord.asked('POST', messages)).toHaveLength(2)
  })

  test.each(storedThenBroken)('says that it is unclear where every try is stored or not and Discord %s; then finds the message', async (_, fault) => {
    const { platform, discord, place, channel } = await started(quick)
    const since = Date.now()
    discord.faults.plan('POST', messages, fault, 3)
    expect((await failureOf(platform.post(place, question, round))).code).toBe('unclear')
    expect(discord.world.messagesIn(channel)).toHaveLength(1)
    expect(await platform.find(place, round, since)).toBe(`${channel.id}/${discord.world.messagesIn(channel)[0]?.id}`)
  })

  test('makes one message when another process repeats the post after a restart', async () => {
    const { platform, discord, place, channel, another, handler } = await started()
    const first = await platform.post(place, question, round)
    await platform.stop()
    const next = another()
    await next.start(handler)
    expect(await next.post(place, question, round)).toBe(first)
    expect(discord.world.messagesIn(channel)).toHaveLength(1)
  })

  test('is busy, for as long as Discord says, where the rate limit is long; nothing is sent', async () => {
    const { platform, discord, place, channel } = await started()
    discord.faults.plan('POST', messages, rateLimited(90))
    const failure = await failureOf(platform.post(place, question, round))
    expect(failure.code).toBe('busy')
    expect(failure.retryAfter).toBeGreaterThanOrEqual(85_000)
    expect(discord.world.messagesIn(channel)).toHaveLength(0)
  })

  test('sits out a short rate limit', async () => {
    const { platform, discord, place, channel } = await started()
    discord.faults.plan('POST', messages, rateLimited(1))
    await platform.post(place, question, round)
    expect(discord.world.messagesIn(channel)).toHaveLength(1)
  })

  test('is busy where the connection cannot be made: nothing was sent', async () => {
    const { platform, discord, place } = await started()
    await discord.stop()
    expect((await failureOf(platform.post(place, question, round))).code).toBe('busy')
  })

  test('stays unclear where a try that may have got through is followed by a refusal', async () => {
    const { platform, discord, place } = await started()
    discord.faults.plan('POST', messages, { kind: 'answer', status: 500, stored: true })
    discord.faults.plan('POST', messages, refused(403, 50013, 'Missing Permissions'))
    expect((await failureOf(platform.post(place, question, round))).code).toBe('unclear')
  })

  test('is refused where the post was made and somebody has deleted it', async () => {
    const { platform, discord, place, channel } = await started()
    await platform.post(place, question, round)
    for (const message of discord.world.messagesIn(channel)) message.deleted = true
    expect(await failureOf(platform.post(place, question, round))).toMatchObject({ code: 'refused', message: 'The post was deleted.' })
  })

  const refusals: readonly (readonly [string, (stage: Stage) => void, RegExp])[] = [
    ['cannot see the channel', ({ discord, channel }) => discord.allow(channel, 0n), /View Channel/],
    ['may not write there', ({ discord, channel }) => discord.allow(channel, everyoneMay & ~permission.sendMessages), /Send Messages/],
    ['finds the channel gone', ({ channel }) => void (channel.deleted = true), /channel was deleted/],
    ['was taken out of the server', ({ discord }) => discord.faults.plan('POST', messages, refused(404, 10004, 'Unknown Guild')), /invite it again/],
    ['meets AutoMod', ({ discord }) => discord.faults.plan('POST', messages, refused(400, 200000, 'Blocked')), /AutoMod/],
    ['sends what Discord does not take', ({ discord }) => discord.faults.plan('POST', messages, refused(400, 50035, 'Invalid Form Body')), /code 50035.*people who run it/],
  ]

  test.each(refusals)('is refused with a sentence on who can mend it where the bot %s', async (_, arrange, sentence) => {
    const stage = await started()
    arrange(stage)
    const failure = await failureOf(stage.platform.post(stage.place, question, round))
    expect(failure.code).toBe('refused')
    expect(failure.message).toMatch(sentence)
    expect(stage.discord.asked('POST', messages)).toHaveLength(1)
  })

  test('is refused in an archived thread', async () => {
    const { platform, discord, guild } = await started()
    const thread = discord.world.addThread(guild)
    thread.locked = true
    expect(await failureOf(platform.post(`discord:${guild.id}:${thread.id}`, question, round))).toMatchObject({ code: 'refused', message: expect.stringMatching(/archived or locked/) })
  })

  test('is busy, naming DISCORD_TOKEN and never its value, as long as the token is not taken', async () => {
    const { platform, discord, place, log, channel } = await started()
    discord.faults.plan('POST', messages, refused(401, 0, '401: Unauthorized'), 2)
    for (let attempt = 0; attempt < 2; attempt++) {
      const failure = await failureOf(platform.post(place, question, round))
      expect(failure).toMatchObject({ code: 'busy', message: expect.stringContaining('DISCORD_TOKEN') })
      expect(JSON.stringify([failure.message, failure.stack, log])).not.toContain(discord.token)
    }
    await platform.post(place, question, round)
    expect(discord.world.messagesIn(channel)).toHaveLength(1)
  })

  test('is refused for a place of another platform', async () => {
    const { platform } = await started()
    expect((await failureOf(platform.post('slack:T1:C1', question, round))).code).toBe('refused')
  })
})

describe('redrawing a post', () => {
  test('replaces what it shows, as often as it is asked', async () => {
    const { platform, discord, place, channel } = await started()
    const ref = await platform.post(place, question, round)
    await platform.redraw(ref, samples.get('reveal') ?? question)
    await platform.redraw(ref, samples.get('reveal') ?? question)
    expect(discord.world.messagesIn(channel).map(textOf)).toEqual([expect.stringContaining('The answer: B')])
  })

  test('tries again what broke off', async () => {
    const { platform, discord, place } = await started()
    const ref = await platform.post(place, question, round)
    discord.faults.plan('PATCH', /messages/, { kind: 'reset', stored: true }, 2)
    await platform.redraw(ref, question)
    expect(discord.asked('PATCH', /messages/)).toHaveLength(3)
  })

  test.each<readonly [string, (stage: Stage) => void]>([
    ['the bot cannot see the channel', ({ discord, channel }) => discord.allow(channel, 0n)],
    ['the thread is archived', ({ channel }) => void (channel.locked = true)],
  ])('can be tried again where %s, which somebody can mend', async (_, arrange) => {
    const stage = await started()
    const ref = await stage.platform.post(stage.place, question, round)
    arrange(stage)
    expect(await failureOf(stage.platform.redraw(ref, question))).toMatchObject({ code: 'busy', retryAfter: 3_600_000 })
    expect(stage.discord.asked('PATCH', /messages/)).toHaveLength(1)
  })

  test('is refused where the post is gone for good', async () => {
    const { platform, discord, place, channel } = await started()
    const ref = await platform.post(place, question, round)
    for (const message of discord.world.messagesIn(channel)) message.deleted = true
    expect(await failureOf(platform.redraw(ref, question))).toMatchObject({ code: 'refused' })
    expect(await failureOf(platform.redraw('not/ours', question))).toMatchObject({ code: 'refused' })
  })
})

describe('finding a post', () => {
  test('finds it by its buttons and by its menu, and nothing where there is none', async () => {
    const { platform, place, channel, discord } = await started()
    const since = Date.now()
    await platform.post(place, question, round)
    await platform.post(place, samples.get('question-two') ?? question, 'fedcba9876543210')
    const [first, second] = discord.world.messagesIn(channel)
    expect(await platform.find(place, round, since)).toBe(`${channel.id}/${first?.id}`)
    expect(await platform.find(place, 'fedcba9876543210', since)).toBe(`${channel.id}/${second?.id}`)
    expect(await platform.find(place, 'aaaaaaaaaaaaaaaa', since)).toBeUndefined()
  })

  test('finds one that has no controls at all', async () => {
    const { platform, place } = await started()
    const since = Date.now()
    const posted = await platform.post(place, notice('Nothing to press', []), round)
    expect(await platform.find(place, round, since)).toBe(posted)
    expect(await platform.find(place, 'fedcba9876543210', since)).toBeUndefined()
  })

  test('reads on where many messages came since', async () => {
    const { platform, place, channel, discord } = await started()
    const since = Date.now()
    const other = (id: number) => platform.post(place, notice(`chatter ${id}`, []), `chatter-${id}`)
    const { messages: stored, newId, now } = discord.world
    await platform.post(place, question, round)
    for (let id = 0; id < 230; id++) {
      const message = { id: newId(), channel, authorId: 'somebody', nonce: null, at: now(), components: [], flags: 0, edits: 0, deleted: false, onlyFor: null }
      stored.set(message.id, message)
    }
    await other(1)
    expect(await platform.find(place, round, since)).toMatch(/^\d+\/\d+$/)
    expect(discord.asked('GET', messages)).toHaveLength(3)
  })

  test('reads no further back than the moment in question', async () => {
    const { platform, place, channel, discord } = await started()
    const day = 86_400_000
    for (let id = 0; id < 230; id++) {
      const old = String(BigInt(discord.world.newId()) - (BigInt(day) << 22n))
      discord.world.messages.set(old, { id: old, channel, authorId: 'somebody', nonce: null, at: Date.now() - day, components: [], flags: 0, edits: 0, deleted: false, onlyFor: null })
    }
    await platform.post(place, question, round)
    expect(await platform.find(place, 'fedcba9876543210', Date.now())).toBeUndefined()
    expect(discord.asked('GET', messages)).toHaveLength(1)
  })

  test('takes no message of somebody else for the post', async () => {
    const { platform, place, channel, discord } = await started()
    const message = { id: discord.world.newId(), channel, authorId: 'somebody', nonce: null, at: Date.now(), components: [{ type: 1, components: [{ type: 2, custom_id: `v1:answer:${round}:a` }] }], flags: 0, edits: 0, deleted: false, onlyFor: null }
    discord.world.messages.set(message.id, message)
    expect(await platform.find(place, round, Date.now())).toBeUndefined()
  })

  test.each([
    ['may not read the history, which then looks empty', everyoneMay & ~permission.readMessageHistory],
    ['cannot see the channel', 0n],
  ])('cannot tell where the bot %s', async (_, botMay) => {
    const { platform, place, channel, discord, guild, another, handler } = await started()
    await platform.post(place, question, round)
    channel.botMay = botMay
    await platform.stop()
    const next = another()
    await next.start(handler)
    expect(guild.left).toBe(false)
    expect(await next.find(place, round, Date.now())).toBe('cannot-tell')
    expect(discord.asked('GET', messages)).toHaveLength(1)
  })

  test('can be asked again where Discord fails, for however long', async () => {
    const { platform, place, discord } = await started()
    discord.faults.plan('GET', messages, { kind: 'answer', status: 500 }, 2)
    expect((await failureOf(platform.find(place, round, Date.now()))).code).toBe('unclear')
    expect((await failureOf(platform.find(place, round, Date.now() - 60 * 60_000))).code).toBe('unclear')
  })
})

test('a reply refers to its post, pings nobody, and is made once where Discord stores it and then breaks off', async () => {
  const { platform, discord, place, channel } = await started(quick)
  const ref = await platform.post(place, question, round)
  discord.faults.plan('POST', messages, { kind: 'reset', stored: true })
  await platform.reply(ref, samples.get('recap') ?? question, round)
  const [post, reply, ...more] = discord.world.messagesIn(channel)
  expect([reply?.repliesTo, more]).toEqual([post?.id, []])
  expect(discord.asked('POST', messages).at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } })
})
