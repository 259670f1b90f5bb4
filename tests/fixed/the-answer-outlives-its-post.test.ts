// In a quiz that explains at the close, nobody could learn the answer of a question whose post somebody had deleted.
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

/** Monday's question, answered by bob, whose post is gone when it closes. */
async function begin(...settings: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T08:00Z')
  await stage.type('ada', ['setup 09:00 UTC mon-fri topics=repairs feedback=at-close', ...settings].join(' '))
}

async function closeMonday(): Promise<void> {
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).wrong }))
  stage.channel.failures.push(new PostError('refused', 'The message was deleted.'))
  await stage.until('2026-03-02T17:00Z')
}

it('after the close “today” shows when the next one comes, and the answer of the last one with one’s own', async () => {
  await begin('open=8h')
  await closeMonday()
  for (const [who, own] of [['bob', true], ['cleo', false]] as const) {
    const screen = await stage.type(who, 'today')
    expect(screen.title).toBe('No question is open right now')
    expect(words(screen)).toMatch(/next question comes Tue, Mar 3, 09:00[^]*Last question: (?:Not this time|The answer: [A-F])\n/u)
    expect(words(screen).includes('You answered ')).toBe(own)
  }
})

it('“last” shows it at any time, also while the next one is open and long after', async () => {
  await begin('open=8h')
  await closeMonday()
  await stage.until('2026-03-03T09:00Z')
  expect((await stage.type('bob', 'today')).name).toBe('question')
  const reveal = await stage.type('bob', 'last')
  expect(reveal).toMatchObject({ name: 'answer', title: 'Not this time' })
  expect(words(reveal)).toContain('You answered ')
  await stage.until('2026-03-03T17:00Z')
  await stage.type('ada', 'pause')
  await stage.until('2026-06-01T09:00Z')
  expect((await stage.type('bob', 'last')).name).toBe('answer')
  expect(words(await stage.type('bob', 'today'))).not.toContain('Last question:')
})

it('before the first close nothing is given away', async () => {
  await begin()
  await stage.until('2026-03-02T09:00Z')
  expect((await stage.type('bob', 'last')).title).toBe('No question has closed here yet')
  expect(words(await stage.type('bob', 'last', null))).toContain('Go there and type /study last.')
  expect((await stage.type('bob', 'last', 'terminal:team:other')).title).toBe('No daily question here yet')
})
