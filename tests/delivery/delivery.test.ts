import { afterEach, describe, expect, it } from 'vitest'
import { PostError } from '../../src/platforms/platform.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function openQuestion(): Promise<string> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  return stage.channel.posts[0]?.round ?? ''
}

describe('the count under an open question', () => {
  it('is brought up to date once for many answers', async () => {
    const round = await openQuestion()
    for (const who of ['bob', 'cyd', 'dee']) await stage.press(who, answerControl.text({ round, option: 'a' }))
    expect(stage.channel.posts[0]?.redrawn).toBeUndefined()
    await stage.pass(6_000)
    expect(stage.channel.edits).toBe(1)
    expect(words(stage.channel.posts[0]?.redrawn as Screen)).toContain('3 answers so far')
    await stage.pass(60_000)
    expect(stage.channel.edits).toBe(1)
  })

  it('is not brought up to date twice at a time', async () => {
    const round = await openQuestion()
    const released = Promise.withResolvers<void>()
    let edits = 0
    stage.channel.platform.redraw = async () => {
      edits += 1
      await released.promise
    }
    for (const who of ['bob', 'cyd']) {
      await stage.press(who, answerControl.text({ round, option: 'a' }))
      await stage.pass(6_000)
    }
    expect(edits).toBe(1)
    released.resolve()
    await stage.pass(0)
    await stage.pass(6_000)
    expect(edits).toBe(2)
  })

  it('never comes after the answer is shown', async () => {
    const round = await openQuestion()
    stage.clock.now = Date.parse('2026-03-03T06:59:58Z')
    await stage.press('bob', answerControl.text({ round, option: 'a' }))
    await stage.until('2026-03-03T07:00Z')
    await stage.pass(10_000)
    expect(stage.channel.posts[0]?.redrawn?.title).toMatch(/^The answer/)
  })
})

describe('many channels at one minute', () => {
  const channels = 1_200

  it('are all posted, once each', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    for (let n = 0; n < channels; n++) await stage.type('owner', 'setup 09:00 Europe/Berlin', `terminal:team:${n}`)
    await stage.until('2026-03-02T08:00Z')
    expect(new Set(stage.channel.posts.map(({ place }) => place)).size).toBe(channels)
    expect(stage.channel.posts).toHaveLength(channels)
  })

  it('are not held up by one that does not answer', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    for (let n = 0; n < 20; n++) await stage.type('owner', 'setup 09:00 Europe/Berlin', `terminal:team:${n}`)
    const released = stage.channel.holdUp('terminal:team:0')
    stage.clock.now = Date.parse('2026-03-02T08:00Z')
    const first = stage.bot.tick()
    await expect.poll(() => stage.channel.posts.length).toBe(19)
    await stage.type('owner', 'settings 09:05', 'terminal:team:1')
    stage.clock.now = Date.parse('2026-03-03T08:05Z')
    const second = stage.bot.tick()
    await expect.poll(() => stage.channel.posts.filter(({ place }) => place === 'terminal:team:1')).toHaveLength(2)
    released()
    await Promise.all([first, second])
  })
})

describe('a platform that asks to wait', () => {
  it('is asked again after that time, not at the next minute', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    await stage.type('ada', 'setup 09:00 Europe/Berlin')
    stage.channel.failures.push(new PostError('busy', 'Wait.', { retryAfter: 4_000 }))
    await stage.until('2026-03-02T08:00Z')
    await stage.pass(3_000)
    expect(stage.channel.posts).toHaveLength(0)
    await stage.pass(1_000)
    expect(stage.channel.posts).toHaveLength(1)
  })
})

describe('a bot that is stopped', () => {
  it('takes up no more channels', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    for (let n = 0; n < 300; n++) await stage.type('owner', 'setup 09:00 Europe/Berlin', `terminal:team:${n}`)
    stage.clock.now = Date.parse('2026-03-02T08:00Z')
    void stage.bot.tick()
    // At each turn of the event loop: all of them may be posted before a timer fires on a slow machine.
    while (stage.channel.posts.length === 0) await new Promise(setImmediate)
    await stage.bot.stop()
    expect(stage.channel.posts.length).toBeLessThan(300)
  })
})

describe('a post that cannot be made to show its answer', () => {
  const shows = () => stage.channel.posts[0]?.redrawn?.title

  it('because the platform asks to wait is asked for again after that time, and not before', async () => {
    await openQuestion()
    stage.channel.failures.push(new PostError('busy', 'Wait.', { retryAfter: 150_000 }))
    await stage.until('2026-03-03T07:00Z')
    await stage.until('2026-03-03T07:01Z')
    await stage.until('2026-03-03T07:02Z')
    expect(stage.channel.edits).toBe(1)
    await stage.pass(30_000)
    expect(stage.channel.edits).toBe(2)
    expect(shows()).toMatch(/^The answer/)
  })

  it('for a week is left as it is', async () => {
    await openQuestion()
    const { failures } = stage.channel
    failures.push(...Array.from({ length: 3 }, () => new PostError('busy', 'The channel is archived.', { retryAfter: 3_600_000 })))
    await stage.type('ada', 'pause')
    await stage.until('2026-03-03T07:00Z')
    await stage.until('2026-03-05T07:00Z')
    await stage.until('2026-03-10T08:00Z')
    await stage.until('2026-03-10T09:00Z')
    await stage.until('2026-03-11T09:00Z')
    expect(stage.channel.edits).toBe(3)
  })
})

describe('rounds that cannot be handled', () => {
  it('hold up no other, however many they are', async () => {
    stage = await openStage('2026-03-02T07:00Z')
    const channels = 900
    for (let n = 0; n < channels; n++) await stage.type('owner', 'setup 09:00 Europe/Berlin open=1h', `terminal:team:${n}`)
    await stage.until('2026-03-02T08:00Z')
    stage.channel.failures.push(...Array.from({ length: channels - 1 }, () => new PostError('unclear', 'The connection broke.')))
    await stage.until('2026-03-02T09:00Z')
    expect(stage.channel.edits).toBe(channels)
    expect(stage.channel.posts.filter(({ redrawn }) => redrawn !== undefined)).toHaveLength(1)
  })
})
