// Questions from the team in what people do alone: practice, reviews, and mistakes; for people of that channel, and nowhere else.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { plain } from '../../src/screens/text.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { choices, control, labels } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

const stem = 'Who restarts the queue at night?'
const line = `add-question ${stem} | * The team on call | - Whoever sees it first | > Two restarts lose orders. | - Nobody until Monday | Why: They have the runbook. | Remember: Drain first. | Source: Runbook, page 2`

/** With one question from the team. */
async function opened(approved = true): Promise<Screen> {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=1h')
  const draft = await stage.type('owner', line)
  return approved ? stage.press('owner', control(draft, 'Approve')) : draft
}

const isIt = (screen: Screen) => words(screen).includes(stem)

/** The practice at that question; undefined if it never comes. */
async function practiced(who: string, place?: string | null): Promise<Screen | undefined> {
  let screen = place === undefined ? await stage.type(who, 'practice 50') : await stage.type(who, 'practice 50', place)
  while (screen.name === 'practice' && !isIt(screen)) screen = await stage.press(who, control(screen, 'Skip'))
  return isIt(screen) ? screen : undefined
}

const option = (screen: Screen, text: string) => choices(screen)?.options.find((one) => plain(one.text) === text)?.control ?? ''

it('comes up in practice once it is approved, is explained with the team’s own source, and is a mistake until it is right', async () => {
  const draft = await opened(false)
  expect(await practiced('ada')).toBeUndefined()
  await stage.press('owner', control(draft, 'Approve'))
  const asked = await practiced('ada') as Screen
  expect(words(asked)).toContain('From your team')
  const missed = await stage.press('ada', option(asked, 'Nobody until Monday'))
  expect(missed.tone).toBe('wrong')
  expect(words(missed)).toContain('Remember: Drain first.')
  expect(words(missed)).toContain('Source: Runbook, page 2')
  const last = await stage.press('ada', control(missed, labels(missed).includes('Next question') ? 'Stop' : 'See how it went'))
  expect(words(last)).toContain('Worth another look: Runbook, page 2')
  expect(words(await stage.type('ada', 'me mistakes'))).toContain(`${stem}\nFrom your team`)
  expect(words(await stage.type('ada', 'me mistakes', null))).toContain(stem)
  expect(words(await stage.type('ada', 'me topics'))).not.toContain('From your team')
  const again = await stage.type('ada', 'review mistakes')
  const right = await stage.press('ada', option(again, 'The team on call'))
  expect(right.title).toBe('Right')
  expect(words(right)).toContain('Source: Runbook, page 2')
  await stage.press('ada', control(right, 'See how it went'))
  stage.clock.now = Date.parse('2026-03-20T12:00Z')
  expect(isIt(await stage.type('ada', 'review'))).toBe(true)
})

it('comes back in a review after a miss in the channel, in direct messages too', async () => {
  await opened()
  await stage.until('2026-03-09T09:00Z')
  const round = stage.channel.posts.at(-1)?.round ?? ''
  expect(isIt(stage.channel.posts.at(-1)?.screen as Screen)).toBe(true)
  await stage.press('ben', answerControl.text({ round, option: 'b' }))
  // While the channel is asked it, it isn't given away.
  expect(await practiced('ada')).toBeUndefined()
  expect(words(await stage.type('ben', 'me mistakes'))).toContain('No mistakes right now')
  await stage.until('2026-03-09T10:00Z')
  expect(words(await stage.type('ben', 'me mistakes', null))).toContain(stem)
  stage.clock.now = Date.parse('2026-03-16T12:00Z')
  expect(isIt(await stage.type('ben', 'review', null))).toBe(true)
  expect(words(await stage.press('ben', control(await stage.type('ben', 'review'), 'I’m guessing')))).toContain(stem)
})

it('is for people of its channel: not for others of the group, and not in exams', async () => {
  await opened()
  await stage.type('owner', 'setup 09:00 UTC mon-fri', 'terminal:team:other')
  expect(await practiced('cleo', 'terminal:team:other')).toBeUndefined()
  expect(await practiced('dora', null)).toBeUndefined()
  expect(await practiced('eve')).toBeDefined()
  let exam = await stage.press('fay', control(await stage.type('fay', 'exam 20'), 'Start'))
  const asked = [exam]
  while (labels(exam).includes('Skip')) {
    exam = await stage.press('fay', control(exam, 'Skip'))
    asked.push(exam)
  }
  expect(exam.title).toBe(`Exam: question ${asked.length} of ${asked.length}`)
  expect(asked.filter(isIt)).toEqual([])
})

it('goes once it is changed, no longer asked, or deleted', async () => {
  const approved = await opened()
  const asked = await practiced('ada') as Screen
  const missed = await stage.press('ada', option(asked, 'Nobody until Monday'))
  const before = await practiced('ben') as Screen
  await stage.press('owner', control(approved, 'Stop asking it'))
  const gone = await stage.press('ben', option(before, 'The team on call'))
  expect(isIt(gone)).toBe(false)
  expect(words(gone)).toContain('1 question changed since you started, so it’s left out')
  expect(words(await stage.type('ada', 'me mistakes'))).toContain('No mistakes right now')
  expect(words(await stage.type('ada', 'review mistakes'))).not.toContain(stem)
  expect(words(await stage.press('ada', control(missed, 'Report')))).not.toContain('What’s wrong')
})

it('is reported from practice to the managers of the team that wrote it', async () => {
  await opened()
  await stage.type('owner', 'setup 09:00 UTC mon-fri', 'terminal:team:alpha')
  const asked = await practiced('ada') as Screen
  const missed = await stage.press('ada', option(asked, 'Nobody until Monday'))
  const ask = await stage.press('ada', control(missed, 'Report'))
  expect(words(ask)).toContain(stem)
  await stage.press('ada', control(ask, 'Outdated'))
  expect(words(await stage.type('owner', 'reports'))).toContain(stem)
  expect(words(await stage.type('owner', 'reports', 'terminal:team:alpha'))).not.toContain(stem)
})

it('is practiced alone by its name, and where nothing came from the team, people hear that', async () => {
  const draft = await opened(false)
  for (const line of ['practice team', 'cards team', 'cards from your team']) expect(words(await stage.type('ada', line))).toMatch(/Nothing from your team yet.*add-question/su)
  await stage.press('owner', control(draft, 'Approve'))
  const asked = await stage.type('ada', 'practice team')
  expect(isIt(asked)).toBe(true)
  expect(words(asked)).toContain('From your team')
  expect(words(await stage.press('ada', control(asked, 'Stop')))).not.toContain('team-questions')
})
