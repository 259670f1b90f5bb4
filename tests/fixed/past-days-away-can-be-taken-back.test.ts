// Somebody who had said by mistake that they were away couldn't take it back once the days were over.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

/** Ben answers on these days of March 2026, of 2 to 6. */
async function week(answered: readonly number[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  for (const date of [2, 3, 4, 5, 6]) {
    await stage.until(`2026-03-0${date}T08:30Z`)
    await stage.until(`2026-03-0${date}T09:00Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    if (answered.includes(date)) await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round).right }))
  }
}

const said = async (line: string) => words(await stage.type('ben', line))
const streak = async () => /Streak: (\d+)/u.exec(await said('me'))?.[1]

it('with what it does to the streak said before', async () => {
  await week([2, 3, 5, 6])
  await stage.type('ben', 'away 4 Mar')
  expect(await streak()).toBe('4')
  const list = await stage.type('ben', 'away past')
  expect(words(list)).toContain('Wed, Mar 4, 2026 · 1 day')
  const ask = await stage.press('ben', control(list, 'Take back'))
  expect(words(ask)).toContain('your streak goes from 4 to 2 study days')
  expect(await streak()).toBe('4')
  expect(words(await stage.press('ben', control(ask, 'Keep them')))).toMatch(/^Your days away\nNothing was taken back\..*\[Past days away\]/su)
  expect(await streak()).toBe('4')
  expect(words(await stage.press('ben', control(ask, 'Take them back')))).toContain('Taken back: Wed, Mar 4, 2026.')
  expect(await streak()).toBe('2')
  expect(words(await stage.press('ben', control(ask, 'Take them back')))).toContain('Already taken back')
  expect(await said('away past')).toContain('You have none.')
  expect(words(await stage.type('cyd', 'away past'))).toContain('You have none.')
})

it('one day of a longer absence, by a date without a year, weeks later', async () => {
  await week([2, 6])
  await stage.type('ben', 'away 3-5 Mar')
  await stage.until('2026-03-27T10:00Z')
  const ask = await stage.type('ben', 'away back 4 Mar')
  expect(words(ask)).toContain('Take back these days away?')
  await stage.press('ben', control(ask, 'Take them back'))
  expect(await stage.ledger.absences.of('terminal:team', 'terminal:team:ben')).toEqual([{ from: '2026-03-03', to: '2026-03-03' }, { from: '2026-03-05', to: '2026-03-05' }])
})

it('an absence that runs can end today, or be taken back whole; coming days go at once', async () => {
  await week([2, 3])
  await stage.type('ben', 'away 4-13 Mar')
  const ask = await stage.type('ben', 'away back 4-13 Mar')
  expect(words(ask)).toContain('[Only from today on]')
  expect(words(await stage.type('ben', 'away back 9-10 Mar'))).toContain('Taken back: Mon, Mar 9 – Tue, Mar 10, 2026.')
  expect(words(await stage.press('ben', control(ask, 'Only from today on')))).toContain('Already ended')
  expect(words(await stage.press('ben', control(ask, 'Take them back')))).toContain('You have no days away ahead.')
  expect(await said('away back 20 Mar')).toContain('There’s nothing to end')
})
