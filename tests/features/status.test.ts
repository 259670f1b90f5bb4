// Where a command changes nothing, or lacks a word, the reply says how things stand and what to type.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function open(...lines: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  for (const line of ['setup 09:00 Europe/Berlin mon-fri topics=repairs', ...lines]) await stage.type('ada', line)
}

it.each([
  ['a pause of what is paused', ['pause'], 'pause', 'Questions are already paused here. Start them again with /study resume'],
  ['a resume of what goes on', [], 'resume', 'Questions aren’t paused here.\nThe next question comes Mon, Mar 2, 09:00'],
  ['a second skip', ['skip'], 'skip', 'The question on Mon, Mar 2 will be skipped. The next one comes Tue, Mar 3'],
  ['an undo of no skip', [], 'skip undo', 'No question is set to be skipped.\nThe next question comes Mon, Mar 2'],
  ['a manager who is one', [], 'managers add terminal:team:ada', 'already manages this daily question'],
  ['a removal of somebody else', [], 'managers remove terminal:team:bob', 'isn’t a manager of this daily question'],
])('%s is answered with how things stand', async (_what, before, line, expected) => {
  await open(...before)
  const screen = await stage.type('ada', line)
  expect(screen.title).toBe('Nothing to change')
  expect(words(screen)).toContain(expected)
})

it.each([
  ['managers add', 'Who do you want to add?'],
  ['managers remove', 'Who do you want to remove?'],
  ['managers @bob', 'add or remove this person?'],
])('“%s” lacks a word, and is told which', async (line, expected) => {
  await open()
  const screen = await stage.type('ada', line)
  expect(screen.name).toBe('refusal')
  expect(words(screen)).toContain(expected)
  expect(words(screen)).toContain('/study managers add @ada')
})

it('privacy alone says whether others see the asker', async () => {
  await open()
  expect((await stage.type('bob', 'privacy')).title).toBe("You’re visible")
  await stage.type('bob', 'privacy hide')
  const hidden = await stage.type('bob', 'privacy')
  expect(hidden.title).toBe("You’re hidden")
  expect(words(hidden)).toContain('[Show me]')
  expect((await stage.type('bob', 'privacy', null)).title).toBe("You’re hidden")
  await stage.type('bob', 'privacy show')
  expect((await stage.type('bob', 'privacy')).title).toBe("You’re visible")
})

it('the status offers what can be done from here', async () => {
  await open()
  expect(words(await stage.type('ada', 'status'))).toContain('To make changes: /study settings, /study off, /study pause, /study skip, /study now, /study managers')
  for (const line of ['skip', 'pause']) await stage.type('ada', line)
  expect(words(await stage.type('ada', 'status'))).toContain('To make changes: /study settings, /study off, /study resume, /study skip undo, /study now, /study managers')
  expect(words(await stage.type('bob', 'status'))).not.toContain('Change it')
})

it('no answer yet: only where answers count at the close it is said that they do', async () => {
  await open()
  expect(words(await stage.type('bob', 'me'))).not.toContain('round closes')
  await stage.type('ada', 'settings feedback=at-close')
  expect(words(await stage.type('bob', 'me'))).toContain('Answers count once the question closes')
})

it('a wrong number of options is told in words', async () => {
  await open('settings topics=safety', 'now')
  await stage.bot.tick()
  const round = stage.channel.posts[0]?.round ?? ''
  expect(words(await stage.press('bob', answerControl.text({ round, option: null }), { chosen: [] }))).toContain('exactly two options')
})

it('the own page says when the next question comes where none is open', async () => {
  await open('now')
  await stage.bot.tick()
  const round = stage.channel.posts[0]?.round ?? ''
  await stage.press('bob', answerControl.text({ round, option: 'a' }))
  await stage.until('2026-03-03T07:30Z')
  const home = (await stage.send({ kind: 'home' } as never, 'bob')).screen
  expect(words(home)).toContain('No question is open right now. The next question comes Tue, Mar 3, 09:00')
})
