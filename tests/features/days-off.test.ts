// Days off, pauses with an end, public holidays, days away and grace days, as people meet them in chat.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, PostError, words, type Stage } from '../bot/stage.ts'
import { control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

/** A channel with a question at 09:00 UTC, Monday to Friday, on the first Monday of March 2026. */
async function begin(at = '2026-03-02T07:00Z', line = 'setup 09:00 UTC mon-fri topics=repairs'): Promise<void> {
  stage = await openStage(at)
  await stage.type('owner', line)
}

const day = (date: number) => stage.until(`2026-03-${String(date).padStart(2, '0')}T09:00Z`)
const asked = () => stage.channel.posts.length

async function answer(who: string): Promise<string> {
  const round = stage.channel.posts.at(-1)?.round ?? ''
  return words(await stage.press(who, answerControl.text({ round, option: stage.optionsOf(round).right })))
}

async function days(dates: readonly number[], who: readonly string[]): Promise<void> {
  for (const date of dates) {
    await stage.until(`2026-03-${String(date).padStart(2, '0')}T08:30Z`)
    await day(date)
    for (const each of who) await answer(each)
  }
}

const said = async (who: string, line: string) => words(await stage.type(who, line))

it('a manager takes days off, everyone sees them, and no question comes on them', async () => {
  await begin()
  const added = await stage.type('owner', 'off 3-4 Mar "Team days"')
  expect(words(added)).toContain('Off: Team days (Tue, Mar 3 – Wed, Mar 4, 2026)')
  expect(await said('ben', 'off')).toContain('Team days: Tue, Mar 3 – Wed, Mar 4, 2026 · 2 days')
  expect(await said('ben', 'off tomorrow')).toContain('Only managers can do that')
  await days([2], ['ben'])
  for (const date of [3, 4]) await day(date)
  expect(asked()).toBe(1)
  expect(await said('ben', 'status')).toContain('Next question: Thu, Mar 5, 09:00 (UTC). Off until then: Team days.')
  await day(5)
  expect(asked()).toBe(2)
  expect(await answer('ben')).toContain('Your streak: 2 study days')
})

it('days off are removed by their button, by their dates and by their name; a stale or foreign press changes nothing', async () => {
  await begin()
  await stage.type('owner', 'off 5 Mar "Away day"')
  const two = await stage.type('owner', 'off 9-10 Mar')
  expect(words(await stage.press('ben', control(two, 'Remove 1')))).toContain('Only managers can do that')
  const one = await stage.press('owner', control(two, 'Remove 1'))
  expect(words(one)).toContain('Removed: Thu, Mar 5, 2026.')
  expect(words(await stage.press('owner', control(two, 'Remove 1')))).toContain('Already removed')
  expect(await said('owner', 'off remove 9-10 Mar')).toContain('Removed: Mon, Mar 9 – Tue, Mar 10, 2026.')
  await stage.type('owner', 'off 5 Mar "Away day"')
  expect(await said('owner', 'off remove "away day"')).toContain('No days off are coming up.')
  expect(await said('owner', 'off remove 20 Mar')).toContain('nothing to remove')
  await days([2, 3, 4, 5], [])
  expect(asked()).toBe(4)
})

it('what is unclear is refused with what was understood', async () => {
  await begin()
  for (const [line, problem] of [
    ['off banana', 'isn’t a date I understand'], ['off 3/4', 'can be read in two ways'], ['off 5 Mar, 9 Mar', 'I read “5 Mar, 9 Mar” as Thu, Mar 5, 2026'],
    ['off 2026-02-20', 'began more than 3 days ago'], ['off 2029-01-01', 'more than two years away'], ['off 5 Mar 2026 - 9 Mar 2027', 'longer than 366 days'], ['off 2026-03-09..2026-03-05', 'ends before it begins'],
    ['pause until yesterday', 'Write a date after today'], ['pause until 5-9 Mar', 'isn’t one date'], ['away 2026-02-20', 'up to 3 days late'], ['settings holidays=XX', 'I don’t know the country or region'],
  ] as const) expect(await said('owner', line), line).toContain(problem)
  expect((await stage.ledger.quizzes.at('terminal:team:general'))?.off).toEqual([])
})

it('a day off for today keeps the question from coming, unless it is out already; then nobody loses a streak over it', async () => {
  await begin()
  await days([2], ['ben'])
  await stage.until('2026-03-03T08:59Z')
  await stage.type('owner', 'off today')
  await stage.until('2026-03-03T09:00Z')
  expect(asked()).toBe(1)
  await days([4], [])
  expect(await said('owner', 'off today')).toContain('Today’s question is out already and stays.')
  await days([5], ['ben'])
  expect(await said('ben', 'me')).toContain('Streak: 2 study days')
})

it('a pause until a date ends by itself, is shown, and can be ended earlier', async () => {
  await begin()
  await days([2], ['ben'])
  expect(await said('owner', 'pause until 9 Mar')).toContain('No questions will be posted here until Mon, Mar 9, 2026.')
  expect(await said('ben', 'status')).toContain('paused until Mon, Mar 9, 2026; the next one comes Mon, Mar 9, 09:00 (UTC)')
  for (const date of [3, 4, 5, 6]) await day(date)
  expect(asked()).toBe(1)
  await days([9], ['ben'])
  expect(await said('ben', 'me')).toContain('Streak: 2 study days')
  await stage.type('owner', 'pause 2 weeks')
  expect(await said('ben', 'status')).toContain('paused until Mon, Mar 23, 2026')
  expect(words(await stage.type('owner', 'resume'))).toContain('The next question comes Tue, Mar 10')
  await day(10)
  expect(asked()).toBe(3)
  await stage.type('owner', 'pause until next Monday')
  await stage.type('owner', 'pause')
  expect(await said('ben', 'status')).toContain('Next question: paused; start again')
})

it('public holidays come from a calendar, and are days off', async () => {
  await begin('2026-03-30T10:00Z', 'setup 09:00 UTC mon-fri holidays=Germany')
  expect(await said('ben', 'status')).toContain('next: Good Friday, Fri, Apr 3')
  expect(await said('ben', 'status')).toContain('Public holidays: Germany (DE)')
  for (const date of ['03-31', '04-01', '04-02', '04-03', '04-06', '04-07']) await stage.until(`2026-${date}T09:00Z`)
  expect((await stage.ledger.rounds.latest('terminal:team:general', 9)).map(({ occasion }) => occasion)).toEqual(['2026-04-07', '2026-04-02', '2026-04-01', '2026-03-31'])
  const known = (await stage.ledger.quizzes.at('terminal:team:general'))?.holidaysUntil
  await stage.until('2026-06-01T09:00Z')
  expect(((await stage.ledger.quizzes.at('terminal:team:general'))?.holidaysUntil ?? '') > (known ?? '')).toBe(true)
  expect(await said('owner', 'settings holidays=off')).not.toContain('Public holidays')
  expect((await stage.ledger.quizzes.at('terminal:team:general'))?.off.some(({ kind, from }) => kind === 'holiday' && from > '2026-06-01')).toBe(false)
})

it('who is away keeps their streak, also where they say it up to three days late, and sees no reminder', async () => {
  await begin()
  await days([2, 3, 4], ['ben', 'cyd'])
  await days([5], [])
  await days([6], ['ben', 'cyd'])
  const noted = await stage.type('ben', 'away 5 Mar')
  expect(words(noted)).toContain('Noted: Thu, Mar 5, 2026.')
  expect([await said('ben', 'me'), await said('cyd', 'me')].map((text) => /Streak: (\d+)/u.exec(text)?.[1])).toEqual(['4', '1'])
  const away = await stage.type('ben', 'away today to 13 Mar')
  expect(words(away)).toContain('You’re away until Fri, Mar 13, 2026.')
  expect(await said('ben', 'me')).toContain('Away until Fri, Mar 13.')
  expect(await said('cyd', 'away')).toContain('You have no days away ahead.')
  expect(await said('ben', 'away back')).toContain('Welcome back.')
  expect(words(await stage.press('ben', control(away, 'I’m back')))).toContain('Already ended')
  expect(await said('ben', 'back')).toContain('You’re not away right now.')
})

it('a manager who is away, and everyone on a day off, is left alone', async () => {
  await begin()
  await stage.type('owner', 'off 2-3 Mar')
  await stage.type('owner', 'off remove 2-3 Mar')
  stage.channel.failures.push(new PostError('refused', 'The bot may not write here.'))
  await stage.type('owner', 'away 2 Mar')
  stage.channel.stored.owners = ['terminal:team:boss']
  await day(2)
  expect(stage.channel.told.map(({ person }) => person)).toEqual(['terminal:team:boss'])
})

it('ten study days earn a grace day, which keeps the streak over one missed day, and says so', async () => {
  await begin()
  await days([2, 3, 4, 5, 6, 9, 10, 11, 12], ['ben'])
  expect(await said('ben', 'streak')).toContain('Grace days: 0 of 2, next after 1 study day')
  await days([13], ['ben'])
  expect(await said('ben', 'me')).toContain('Grace days: 1 of 2.')
  await days([16], [])
  await days([17], ['ben'])
  expect(await said('ben', 'me')).toContain('Streak: 11 study days')
  expect(await said('ben', 'me')).toContain('One kept your streak on Mon, Mar 16.')
  await days([18], [])
  await stage.until('2026-03-19T09:00Z')
  expect(await said('ben', 'streak')).toContain('Streak: 0 study days')
})
