// The number of answers under an open question is brought up to date 5 s after an answer. A stop within these 5 s left it wrong for ever,
// and so did a platform that asked to wait at that moment.
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { answerControl } from '../../src/screens/question.ts'

const newFolder = temporaryFolder()
let stage: Stage
afterEach(() => stage.close())

async function openQuestion(file = ':memory:'): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z', { file })
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
}

async function answer(who: string, post = 0): Promise<void> {
  const round = stage.channel.posts[post]?.round ?? ''
  await stage.press(who, answerControl.text({ round, option: 'a' }))
}

const shown = (post = 0) => /\d+ answers? so far/u.exec(words(stage.channel.posts[post]?.redrawn ?? { name: '', title: '', tone: 'plain', blocks: [] }))?.[0]

it('a stop brings it up to date first', async () => {
  await openQuestion()
  await answer('bob')
  await answer('cleo')
  await stage.bot.stop()
  expect(shown()).toBe('2 answers so far')
  expect(stage.channel.edits).toBe(1)
})

it('a stop waits for no platform that does not answer', async () => {
  await openQuestion()
  await answer('bob')
  const { promise, resolve } = Promise.withResolvers<void>()
  stage.channel.platform.redraw = () => promise
  await stage.bot.stop()
  resolve()
  expect(shown()).toBeUndefined()
})

it('a start brings up to date what a kill left behind, once, and nothing else', async () => {
  const file = join(newFolder(), 'ledger')
  await openQuestion(file)
  await stage.type('ada', 'now')
  await stage.until('2026-03-02T08:01Z')
  await answer('bob', 1)
  await stage.pass(6_000)
  await answer('bob')
  await answer('cleo')
  expect(stage.channel.edits).toBe(1)
  await killed()
  for (const shownAfter of ['the first start', 'the second start']) {
    await started()
    expect([shown(0), shown(1)], shownAfter).toEqual(['2 answers so far', '1 answer so far'])
    expect(stage.channel.edits, shownAfter).toBe(2)
    await stage.close()
  }
  await started()

  async function started(): Promise<void> {
    stage = await openStage('2026-03-02T08:05Z', { file, channel: stage.channel })
    await stage.pass(6_000)
    await stage.pass(60_000)
  }
})

/** As a kill leaves it: nothing more is edited. */
async function killed(): Promise<void> {
  const { platform } = stage.channel
  const { redraw } = platform
  platform.redraw = () => Promise.reject(new PostError('refused', 'The process was killed.'))
  await stage.close()
  platform.redraw = redraw
}

it('a platform that asks to wait is asked again', async () => {
  await openQuestion()
  await answer('bob')
  stage.channel.failures.push(new PostError('busy', 'Wait.', { retryAfter: 30_000 }))
  await stage.pass(6_000)
  await stage.pass(29_000)
  expect(shown()).toBeUndefined()
  await stage.pass(2_000)
  expect(shown()).toBe('1 answer so far')
})
