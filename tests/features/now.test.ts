// An extra question: the answer says what became of it, and it does not pile up or repeat.
import { afterEach, describe, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { pickQuestion } from '../../src/core/next-question.ts'
import { labels } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

async function open(...lines: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  for (const line of ['setup 09:00 Europe/Berlin mon-fri', ...lines]) await stage.type('ada', line)
}

describe('the answer to now', () => {
  it('waits for the post', async () => {
    await open()
    expect(words(await stage.type('ada', 'now'))).toMatch(/^Posted\nThe question is open until Tue, Mar 3|^Posted\nThe question is open until/u)
    expect(stage.channel.posts).toHaveLength(1)
  })

  it('says why a post was refused, and what to do', async () => {
    await open()
    stage.channel.failures.push(new PostError('refused', 'The app isn’t in the channel. Somebody there can add it.'))
    const screen = await stage.type('ada', 'now')
    expect(screen.name).toBe('refusal')
    expect(words(screen)).toMatch(/wasn’t posted\nThe app isn’t in the channel[\s\S]*try \/study now again/u)
  })

  it.each(['busy', 'unclear'] as const)('says that it will come where the platform is %s', async (code) => {
    await open()
    stage.channel.failures.push(new PostError(code, 'Slack can’t be reached right now.', { retryAfter: 30_000 }))
    expect(words(await stage.type('ada', 'now'))).toContain('On its way\nThe question will be posted as soon as')
  })

  it('does not wait for ever', async () => {
    await open()
    const release = stage.channel.holdUp('terminal:team:general')
    const answered = stage.type('ada', 'now')
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
    await stage.pass(8_000)
    expect((await answered).title).toBe('On its way')
    release()
    await stage.bot.tick()
    expect(stage.channel.posts).toHaveLength(1)
  })
})

describe('several extra questions', () => {
  it('are asked about before there is a second, and stop at three', async () => {
    await open('now')
    const second = await stage.type('ada', 'now')
    expect(words(second)).toContain('An extra question is open until')
    expect(labels(second)).toEqual(['Post another one'])
    expect(stage.channel.posts).toHaveLength(1)
    for (const expected of ['Posted', 'Posted', 'Enough questions are open']) expect((await stage.press('ada', 'v1:now-anyway')).title).toBe(expected)
    expect(words(await stage.type('ada', 'now'))).toContain('3 extra questions are open in this channel')
    expect(stage.channel.posts).toHaveLength(3)
  })

  it('are for managers, also by the button', async () => {
    await open('now')
    expect((await stage.press('eve', 'v1:now-anyway')).title).toBe('Only managers can do that')
  })

  it('are named in the status beside the daily one', async () => {
    await open()
    await stage.until('2026-03-02T08:00Z')
    stage.clock.now += 3_600_000
    await stage.type('ada', 'now')
    expect(words(await stage.type('ada', 'status'))).toMatch(/Latest question: open since Mon, Mar 2, 09:00.*\nExtra question: open since Mon, Mar 2, 10:00/u)
  })
})

describe('the next question', () => {
  const bank = { questions: ['a', 'b', 'c'].map((id) => ({ id, topic: id === 'a' ? 'one' : 'two' })), weights: new Map([['one', 1000], ['two', 1]]) }
  const asked = (question: string, roundsAgo: number, open = false) => ({ question, at: -roundsAgo, day: '2026-03-02', answered: 0, right: 0, open })
  const pick = (topics: readonly string[], history: readonly ReturnType<typeof asked>[], seed = 'seed') =>
    pickQuestion(bank, topics, history, { day: '2026-03-02', seed, channel: 'channel' })?.question

  it.each(Array.from({ length: 20 }, (_, seed) => String(seed)))('is neither the latest nor one that is open (%s)', (seed) => {
    expect(pick([], [asked('a', 1), asked('b', 2), asked('c', 3)], seed)).not.toBe('a')
    expect(pick([], [asked('b', 1), asked('a', 2, true), asked('c', 3)], seed)).toBe('c')
  })

  it('is one that was asked later rather than one that is open', () => {
    expect(pick(['one', 'two'], [asked('a', 2, true), asked('b', 1), asked('c', 3, true)])).toBe('b')
  })

  it('repeats the only question there is', () => {
    expect(pick(['one'], [asked('a', 1, true)])).toBe('a')
  })
})
