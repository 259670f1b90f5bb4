// Deleting one's data in chat: asked first, then gone for good, and everything goes on for the others.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage?.close())

/** A question that bob and cyd got right, and that has closed. */
async function closedQuestion() {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const { right } = stage.optionsOf(round)
  for (const who of ['bob', 'cyd']) await stage.press(who, answerControl.text({ round, option: right }))
  await stage.until('2026-03-02T09:01Z')
}

const post = () => words(stage.channel.posts[0]?.redrawn as Screen)

it('says what goes and what stays, deletes only when that is pressed, and takes the name out of the post', async () => {
  await closedQuestion()
  expect(post()).toMatch(/Right: bob.*cyd/u)
  const ask = await stage.type('bob', 'forget')
  expect(words(ask)).toMatch(/You can’t undo this.*keep their totals/su)
  expect(await stage.type('cyd', 'board').then(words)).toContain('bob')

  const gone = await stage.press('bob', control(ask, 'Delete everything'))
  expect(gone.title).toBe('Your data is gone')
  expect(words(await stage.type('cyd', 'board'))).not.toContain('bob')
  await stage.until('2026-03-02T09:03Z')
  expect(post()).not.toContain('bob')
  expect(words(await stage.type('bob', 'me'))).not.toMatch(/1 point/u)
})

it('pressed twice, it is gone once; asked again, there is nothing to delete', async () => {
  await closedQuestion()
  const ask = await stage.type('bob', 'forget')
  await stage.press('bob', control(ask, 'Delete everything'))
  expect((await stage.press('bob', control(ask, 'Delete everything'))).title).toBe('Your data is gone')
  expect((await stage.type('bob', 'forget')).title).toBe('There’s nothing to delete')
})

it('tells a manager that they stop managing, and so it is', async () => {
  await closedQuestion()
  const ask = await stage.type('ada', 'forget')
  expect(words(ask)).toContain('You manage a daily question here. You won’t anymore.')
  await stage.press('ada', control(ask, 'Delete everything'))
  expect((await stage.ledger.quizzes.of(here.group))[0]?.managers).toEqual([])
})

it('takes a manager’s name out of the introduction of the daily question', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=20h')
  expect(words(stage.channel.announced[0]?.screen as Screen)).toContain('a member set up a daily question here')
  await stage.press('ada', control(await stage.type('ada', 'forget'), 'Delete everything'))
  expect(words(stage.channel.announced[0]?.redrawn as Screen)).toContain('A daily question is set up here')
})

it('starts from zero for somebody who answers again', async () => {
  await closedQuestion()
  await stage.press('bob', control(await stage.type('bob', 'forget'), 'Delete everything'))
  await stage.until('2026-03-03T08:00Z')
  const round = stage.channel.posts[1]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
  expect(words(await stage.type('cyd', 'board all'))).toMatch(/bob 1 /u)
})

it('is one press away from the privacy screen', async () => {
  await closedQuestion()
  expect(buttons(await stage.type('bob', 'privacy')).map(({ label }) => label)).toContain('Delete my data')
})
