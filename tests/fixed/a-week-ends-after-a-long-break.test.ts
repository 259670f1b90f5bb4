// After a long break, or a pause, the final leaderboard of the last week never came, or its recap; small teams got recaps with nothing in them.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const begin = async (from: string) => {
  stage = await openStage(`${from}T07:00Z`)
  for (const line of ['setup 09:00 UTC mon-fri topics=repairs weekly=on', 'final-board week']) await stage.type('owner', line)
}

/** A question on each of these days, which they all answer: the first of them rightly, on the first day all. */
async function days(dates: readonly string[], people: readonly string[]): Promise<void> {
  for (const [turn, date] of dates.entries()) {
    for (const time of ['08:00', '08:01', '09:00', '09:01']) await stage.until(`${date}T${time}Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const [at, who] of people.entries()) await stage.press(who, answerControl.text({ round, option: at === 0 || turn === 0 ? right : wrong }))
  }
}

const beats = async (...moments: readonly string[]) => {
  for (const moment of moments) await stage.until(`${moment}Z`)
}

const posted = (name: string) => stage.channel.announced.map(({ screen }) => screen).filter((screen) => screen.name === name)
const both = () => [posted('week-post').length, posted('final-post').length]
const said = async (line: string) => words(await stage.type('owner', line))
const six = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay']

it.each([
  ['days off', ['2026-12-24T09:00', '2026-12-28T08:00', '2026-12-28T09:00', '2027-01-01T09:00', '2027-01-04T07:59']],
  ['days off, most of them without the bot', ['2027-01-04T07:59']],
])('%s over two weekends: the week before comes once, before the next question', async (_, way) => {
  await begin('2026-12-21')
  await stage.type('owner', 'off 2026-12-24..2027-01-02 "Winter break"')
  await days(['2026-12-21', '2026-12-22', '2026-12-23'], six)
  expect(await said('final-board')).toContain('week of Mon, Dec 21 – Sun, Dec 27')
  await beats(...way)
  expect(both()).toEqual([0, 0])
  expect(await said('final-board')).toContain('week of Mon, Dec 21 – Sun, Dec 27')
  await beats('2027-01-04T08:00', '2027-01-04T08:01', '2027-01-04T09:00', '2027-01-04T09:01', '2027-01-05T09:00')
  expect(both()).toEqual([1, 1])
  expect(posted('final-post')[0]?.title).toBe('Final leaderboard: week of Mon, Dec 21 – Sun, Dec 27, 2026')
})

it('a bot that was off for days brings them late, but none that is older than a week', async () => {
  await begin('2026-03-02')
  await days(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'], six)
  await beats('2026-03-14T12:00', '2026-03-14T12:01', '2026-03-14T12:02')
  expect(both()).toEqual([1, 1])
  await stage.close()
  await begin('2026-03-02')
  await days(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'], six)
  await beats('2026-03-24T12:00', '2026-03-24T12:01', '2026-03-25T09:00')
  expect(both()).toEqual([0, 0])
})

it('a pause keeps back neither, and both screens say so', async () => {
  await begin('2026-03-09')
  await days(['2026-03-09', '2026-03-10', '2026-03-11'], six)
  await stage.type('owner', 'pause')
  for (const line of ['weekly', 'final-board']) expect(await said(line)).not.toContain('waiting')
  await beats('2026-03-12T09:00', '2026-03-12T09:01', '2026-03-16T07:59')
  expect(both()).toEqual([0, 0])
  await beats('2026-03-16T08:00', '2026-03-16T08:01', '2026-03-16T09:30')
  expect(both()).toEqual([1, 1])
  for (const line of ['weekly', 'final-board']) expect(await said(line)).toContain('waiting. Daily questions are paused here')
  await stage.until('2026-03-17T08:00Z')
  await stage.type('owner', 'resume')
  await days(['2026-03-17', '2026-03-18'], six)
  await beats('2026-03-19T09:00', '2026-03-20T09:00', '2026-03-23T08:00', '2026-03-23T08:01', '2026-03-23T09:00', '2026-03-23T09:01')
  expect(both()).toEqual([2, 2])
})

it.each([6, 4])('a recap of %i people who are all shown tells numbers, who was there, and the hardest question', async (people) => {
  await begin('2026-03-02')
  await days(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'], six.slice(0, people))
  await beats('2026-03-09T08:00', '2026-03-09T08:01')
  const told = words(posted('week-post')[0] ?? { name: '', title: '', tone: 'plain', blocks: [] })
  for (const part of [`5 study days, ${people} people, ${5 * people} answers.`, `all ${people} of you got Monday’s question right`, 'Here every day: ', 'The hardest question', `1 of ${people} got Tuesday’s question right`]) expect(told.replaceAll("'", '’')).toContain(part)
})
