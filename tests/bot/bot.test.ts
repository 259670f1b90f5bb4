// The bot as a whole: what it does at the start, at each beat, at a stop, and where something in it goes wrong.
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import type { Handler, Platform } from '../../src/platforms/platform.ts'
import { catalog } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { answerControl } from '../../src/screens/question.ts'
import { here, openStage, words, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})

const morning = '2026-03-02T07:00Z'
const away = () => Promise.reject(new Error('the disk is full'))

async function open(): Promise<Stage> {
  stage = await openStage(morning)
  await stage.type('owner', 'setup 09:00 UTC daily topics=repairs')
  return stage
}

describe('a beat', () => {
  it('in which something fails is in the log, and the next one does what is due', async () => {
    const { ledger, until, channel, logged } = await open()
    const { due } = ledger.reminders
    ledger.reminders.due = away
    await until('2026-03-02T09:00Z')
    expect(logged.some((line) => line.startsWith('a beat failed; the next one tries again'))).toBe(true)
    ledger.reminders.due = due
    await until('2026-03-03T09:00Z')
    expect([channel.posts.length, logged.filter((line) => line.startsWith('a beat failed')).length]).toEqual([2, 1])
  })

  it('asks the platform about people on the board, once a day', async () => {
    const { until, press, channel, optionsOf } = await open()
    await until('2026-03-02T09:00Z')
    const round = channel.posts[0]?.round ?? ''
    await press('bob', answerControl.text({ round, option: optionsOf(round).right }))
    const asked: (readonly string[])[] = []
    const { presence } = channel.platform
    Object.assign(channel.platform, { presence: (people: readonly string[]) => (asked.push(people), presence(people)) })
    await until('2026-03-03T09:01Z')
    await until('2026-03-03T09:02Z')
    expect(asked).toEqual([['terminal:team:bob']])
  })

  it('that posts the first question takes the button for it off the introduction', async () => {
    const { until, channel } = await open()
    expect(words(channel.announced[0]?.screen as never)).toContain('[')
    await until('2026-03-02T09:00Z')
    await expect.poll(() => channel.announced[0]?.redrawn).toBeDefined()
  })

  it('posts although the introduction cannot be redrawn', async () => {
    const { until, channel, ledger, logged } = await open()
    ledger.quizzes.at = away
    await until('2026-03-02T09:00Z')
    await expect.poll(() => logged).toContain('an introduction was not redrawn')
    expect(channel.posts).toHaveLength(1)
  })
})

describe('a start', () => {
  it('goes on where open questions cannot be compared with the course', async () => {
    const { bot, ledger, logged } = await open()
    ledger.news.noteChanges = away
    await bot.start()
    expect(logged).toContain('could not compare open questions with the course')
  })

  it('goes on where posts with an old number of answers cannot be found', async () => {
    const { bot, ledger, logged } = await open()
    for (const name of Object.keys(ledger.counts)) Object.assign(ledger.counts, { [name]: away })
    await bot.start()
    await expect.poll(() => logged).toContain('could not find posts that show an old number of answers')
  })
})

describe('a stop', () => {
  it('waits for the post that is under way, then lets the platform go', async () => {
    const { channel, clock, bot } = await open()
    const order: string[] = []
    Object.assign(channel.platform, { stop: async () => void order.push(`platform stopped after ${channel.posts.length} posts`) })
    const release = channel.holdUp(here.place)
    const { post } = channel.platform
    const posting = new Promise<void>((started) => Object.assign(channel.platform, { post: (...what: Parameters<typeof post>) => (started(), post(...what)) }))
    clock.now = Date.parse('2026-03-02T09:00Z')
    const beat = bot.tick()
    await posting
    const stopped = bot.stop().then(() => order.push('stopped'))
    await new Promise((done) => void setTimeout(done, 20))
    expect(order).toEqual([])
    release()
    await Promise.all([beat, stopped])
    expect(order).toEqual(['platform stopped after 1 posts', 'stopped'])
  })

  it('is the end of beats and of looks at people who have changed', async () => {
    const { channel, bot, until, pass } = await open()
    const asked: unknown[] = []
    Object.assign(channel.platform, { presence: async (people: unknown) => (asked.push(people), new Map()) })
    await bot.stop()
    await channel.handler().changed(here.group, 'terminal:team:bob', { gone: true, name: null })
    await pass(2_000)
    await until('2026-03-02T09:00Z')
    expect([asked, channel.posts]).toEqual([[], []])
  })
})

describe('several platforms', () => {
  function actor(name: Platform['name']) {
    const did: string[] = []
    const note = (what: string) => async () => void did.push(what)
    let handler: Handler | undefined
    const platform: Platform = {
      name, editsQuietly: true, post: async (place) => (did.push(`posted in ${place}`), '1'), announce: async () => '1', find: async () => undefined, redraw: note('redrew'), reply: note('replied'),
      tell: async (person) => did.push(`told ${person}`) > 0, owners: async () => [], havingRole: async () => ({ kind: 'known', people: [] }), presence: async () => new Map(), healthy: () => true, stop: note('stopped'),
      start: async (given) => void (handler = given),
    }
    return { platform, did, handler: () => handler as Handler }
  }

  async function openBoth() {
    const [slack, discord] = [actor('slack'), actor('discord')]
    const ledger = await openLedger(':memory:', { now: Date.parse(morning) })
    const { course, lookup } = courseOf('tests/courses/house-rules')
    const quiet = () => undefined
    const clock = { now: Date.parse(morning) }
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    const bot = createBot({ ledger, courses: onlyCourse(course, lookup), log }, catalog, [slack.platform, discord.platform], { now: () => clock.now })
    await bot.start()
    onTestFinished(async () => {
      await bot.stop()
      await ledger.close()
    })
    return { slack, discord, bot, clock, ledger }
  }

  it('each gets what is its own, and all are stopped', async () => {
    const { slack, discord, bot, clock } = await openBoth()
    const asker = { id: 'discord:1:u:2', name: 'Ada', zone: null, admin: true, maySetUp: true }
    const command = catalog.commands.parse('setup 09:00 UTC daily topics=repairs')
    await discord.handler().answer({ kind: 'command', command, event: 'e1', at: clock.now, group: 'discord:1', place: 'discord:1:3', asker })
    clock.now = Date.parse('2026-03-02T09:00Z')
    await bot.tick()
    expect([slack.did, discord.did.filter((what) => what.startsWith('posted'))]).toEqual([[], ['posted in discord:1:3']])
    await bot.stop()
    expect([slack.did.at(-1), discord.did.at(-1)]).toEqual(['stopped', 'stopped'])
  })

  it('wait by the machine’s own timers, which a stop ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { slack, bot } = await openBoth()
    await slack.handler().changed('slack:T1', 'slack:T1/U1', { gone: true, name: null })
    expect(vi.getTimerCount()).toBe(1)
    await bot.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
