// `correct Mon, Mar 2` and `correct 02 Mar`, dates as the bot itself writes them and as days off take them, found no question.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDates } from '../../src/commands/values/dates.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x' })
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const day of ['02', '03', '04', '05', '06', '09']) await stage.until(`2026-03-${day}T09:00Z`)
})
afterAll(() => stage.close())

it.each([
  'Mon, Mar 2', 'Monday, March 2, 2026', '02 Mar', 'Mar 02', '2nd of March', '2.3.', '02.03.2026', '2026/3/2', '2. März', 'on 2 Mar', 'mon 2 mar 2026',
])('%s is a question of that day', async (typed) => {
  expect(words(await stage.type('owner', `correct ${typed}`))).toContain('Correct Mon, Mar 2')
})

it.each([
  ['correct void Mon, Mar 2', 'Void this question?'], ['correct Mon, Mar 2 void', 'Void this question?'], ['correct void 02 Mar why Two are right', 'Why: Two are right'], ['correct void on Mon, Mar 2, 2026, why Two are right', 'Why: Two are right'],
  ['correct Mon, Mar 2 key=A', 'answer'], ['correct regrade key=B 02.03.', 'answer'], ['correct regrade 02 Mar', 'Which answer is right?'],
])('%s says what to do with it', async (typed, shown) => {
  const screen = words(await stage.type('owner', typed))
  expect(screen).toContain(shown)
  expect(screen).not.toContain('No question here fits')
})

it('several days are several questions', async () => {
  const screen = words(await stage.type('owner', 'correct 2 Mar - 4 Mar'))
  expect(screen).toContain('Which one?')
  for (const day of ['Mon, Mar 2', 'Tue, Mar 3', 'Wed, Mar 4']) expect(screen).toContain(day)
  expect(screen).not.toContain('Mar 5')
})

it('weekdays and months are those that were', async () => {
  expect(words(await stage.type('owner', 'correct Friday'))).toContain('Correct Fri, Mar 6')
  expect(words(await stage.type('owner', 'correct March'))).toContain('questions fit')
})

it('a weekday before a date has to be its own, in every command', () => {
  const read = (text: string) => readDates(text, '2026-11-25')
  expect(read('Thu, Dec 24')).toMatchObject({ value: { from: '2026-12-24', to: '2026-12-24', name: '' } })
  expect(read('Thu, Dec 24 - Sat, Jan 2 Winter')).toMatchObject({ value: { from: '2026-12-24', to: '2027-01-02', name: 'Winter' } })
  expect(read('Fri, Dec 24')).toEqual({ problem: 'Dec 24, 2026, is a Thursday.' })
  expect(read('Mon, Nov 16')).toEqual({ problem: 'Nov 16 was 9 days ago, which is too long ago. If you mean 2027, write the year.' })
})
