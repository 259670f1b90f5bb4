// Final boards of weeks and seasons: posted once, when a manager wants them, and changed when somebody may not be shown any more.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

/** A channel with a question at 09:00 UTC, Monday to Friday, on the first Monday of March 2026. */
async function begin(line = 'final-board week'): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.type('owner', line)
}

/** The ones in capitals answer rightly. */
async function days(dates: readonly number[], answers: string): Promise<void> {
  for (const date of dates) {
    for (const time of ['08:30', '09:00']) await stage.until(`2026-03-${String(date).padStart(2, '0')}T${time}Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const letter of answers) await stage.press(letter.toLowerCase(), answerControl.text({ round, option: letter === letter.toUpperCase() ? right : wrong }))
  }
}

/** As they are shown now. */
const finals = () => stage.channel.announced.map(({ screen, redrawn }) => redrawn ?? screen).filter(({ name }) => name === 'final-post')

const monday = async () => {
  for (const time of ['08:00', '08:01', '09:00', '09:01', '10:00']) await stage.until(`2026-03-09T${time}Z`)
}

it('the first three places of a week are posted once, an hour before the next question, and each sees their own place', async () => {
  await begin()
  await days([2, 3], 'ABCDe')
  await days([4], 'Abcde')
  await days([5], 'ABcde')
  await stage.until('2026-03-09T07:59Z')
  expect(finals()).toEqual([])
  await monday()
  expect(finals()).toHaveLength(1)
  const [post] = finals()
  expect(post?.title).toBe('Final leaderboard: week of Mon, Mar 2 – Sun, Mar 8, 2026')
  expect(post?.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ rank: 1, points: 4 }, { rank: 2, points: 3 }, { rank: 3, points: 2 }, { rank: 3, points: 2 }] })
  expect(post?.blocks.some(({ kind }) => kind === 'picture')).toBe(true)
  expect(words(post ?? never())).toContain('5 people on this leaderboard')
  const own = await stage.press('e', control(post ?? never(), 'My place'))
  expect(own.title).toBe('Leaderboard: week of Mon, Mar 2, this channel')
  expect(own.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{}, {}, {}, {}, { rank: 5, points: 0, you: true }] })
})

it('a season has its own, also where it was ended early; what ended before it was switched on has none', async () => {
  await begin('season 2026-03-02..2026-03-31 "Cup"')
  await days([2], 'A')
  await stage.type('owner', 'final-board season')
  await days([3], 'Ab')
  await stage.type('owner', 'season end')
  await days([4], 'B')
  await stage.until('2026-03-04T10:00Z')
  expect(finals().map(({ title }) => title)).toEqual(['Final leaderboard: Cup'])
  expect(finals()[0]?.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ points: 2 }] })
  expect((await stage.press('b', control(finals()[0] ?? never(), 'My place'))).title).toBe('Leaderboard: Cup, this channel')
})

it('nothing is posted where nobody has a point, where it is off, and for weeks before it was on', async () => {
  await begin()
  await days([2], 'ab')
  await monday()
  expect(finals()).toEqual([])
  await stage.close()
  await begin('final-board off')
  await days([2], 'A')
  await monday()
  await stage.type('owner', 'final-board week')
  await stage.until('2026-03-09T11:30Z')
  expect(finals()).toEqual([])
})

it('somebody who hides, or has their data deleted, is taken out of it, and an alias stands in it instead of a name', async () => {
  await begin()
  await days([2, 3, 4], 'ABCdef')
  await monday()
  await stage.type('a', 'privacy hide')
  await stage.type('b', 'privacy alias Blue Heron')
  await stage.until('2026-03-09T10:02Z')
  expect(finals()[0]?.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ person: { name: 'Blue Heron (alias)' } }, { person: { name: 'c' } }] })
  await stage.ledger.forgetting.forget({ id: 'terminal:team:c', group: 'terminal:team', name: 'c' }, 'here', Date.parse('2026-03-09T10:03Z'))
  await stage.until('2026-03-09T10:04Z')
  expect(JSON.stringify(finals()[0])).not.toMatch(/"c"|Heron/u)
  expect(words(finals()[0] ?? never())).toContain('no longer there')
})

it('a manager sees when the next one comes, others may not', async () => {
  await begin()
  await days([2], 'A')
  const screen = await stage.type('owner', 'final-board')
  expect(words(screen)).toContain('after each week')
  expect(words(screen)).toContain('week of Mon, Mar 2 – Sun, Mar 8, 2026')
  expect(words(await stage.type('a', 'final-board off'))).toContain('Only managers can do that')
  expect(words(await stage.press('owner', control(screen, 'Season')))).toContain('none yet. Add a season')
  expect(words(await stage.type('owner', 'final-board both'))).toContain('after each week and each season')
})

const never = (): never => {
  throw new Error('there is none')
}
