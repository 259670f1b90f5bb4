// Small facts of leaderboards and seasons: equal ranks had different marks, a big tie lost most of its people, and legends, averages, and old
// buttons said what wasn't so.
import { afterEach, expect, it } from 'vitest'
import { finalPost } from '../../src/features/final-board/final-post.ts'
import { rankingLegend, rankMark } from '../../src/screens/ranking.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

const row = { rank: 1, points: 0, accuracy: 0, answered: 1, days: 1, streak: 0, person: { id: 'x', name: 'Gus' }, you: false }

it('equal ranks have equal marks, by what the leaderboard is in the order of', () => {
  expect([rankMark(row, 'days'), rankMark({ ...row, points: 1 }, 'days'), rankMark(row), rankMark({ ...row, accuracy: 40 }, 'accuracy'), rankMark({ ...row, rank: 2 }, 'days')]).toEqual(['🥇', '🥇', '1.', '🥇', '🥈'])
})

it('a legend explains what stands there', () => {
  expect([rankingLegend([row]), rankingLegend([row, { streak: 2 }])]).toEqual(['Points · % right', 'Points · % right · 🔥 study days in a row'])
})

async function played(people: readonly string[]): Promise<Stage> {
  const opened = await openStage('2026-03-02T07:00Z')
  stage = opened
  for (const line of ['setup 09:00 UTC mon-fri topics=repairs', 'season 2 Mar - 3 Mar "Spring"', 'final-board season']) await opened.type('owner', line)
  await opened.until('2026-03-02T09:00Z')
  const round = opened.channel.posts[0]?.round ?? ''
  for (const who of people) await opened.press(who, answerControl.text({ round, option: opened.optionsOf(round).right }))
  for (const time of ['03T09:00', '04T08:00', '04T08:01', '04T09:00', '04T09:01']) await opened.until(`2026-03-${time}Z`)
  return opened
}

it('a tie of many says how many more share the first places', async () => {
  const { channel } = await played(Array.from({ length: 14 }, (_, at) => `person${at}`))
  const post = channel.announced.find(({ screen }) => screen.name === 'final-post')
  expect(words(post?.screen ?? finalPost({ from: '2026-03-02', to: '2026-03-03', name: null }, [], { people: 0, more: 0 }))).toContain('And 9 more in the first 3 places.')
})

it('the button of a season that was removed says so, and a longer season says what becomes of its post', async () => {
  const opened = await played(['ada', 'ben'])
  const post = opened.channel.announced.find(({ screen }) => screen.name === 'final-post')?.screen
  if (post === undefined) throw new Error('no final board came')
  expect(words(await opened.type('owner', 'season 2 Mar - 20 Mar "Spring"'))).toContain('that post stays, and another one comes after the new last day')
  await opened.type('owner', 'season remove Spring')
  for (const line of [await opened.press('ben', control(post, 'My place')), await opened.type('ben', 'team season=Spring')]) expect(words(line)).toContain('no season called “Spring”. It may have been removed or renamed.')
  expect(words(await opened.type('ben', 'board season'))).toContain('No seasons here yet')
})

it('a team board says whose average it is, and that somebody is in no team', async () => {
  const opened = await played(['ada', 'ben', 'cyd', 'dan'])
  await opened.type('owner', 'teams add Reds <@terminal:team:ada> <@terminal:team:ben> <@terminal:team:cyd>')
  const board = words(await opened.type('dan', 'team all'))
  expect(board).toContain('average of everyone who counts')
  expect(board).toContain('You’re in no team yet.')
})

it('a reminder that can’t come is none: it comes halfway, or for the next question, and the screen says so', async () => {
  const opened = await openStage('2026-03-02T07:00Z')
  stage = opened
  await opened.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  const screen = words(await opened.type('ben', 'today nudge=1h'))
  expect(screen).toContain('30 minutes before it closes')
  expect(screen).toContain('That’s halfway')
  for (const time of ['09:00', '09:29']) await opened.until(`2026-03-02T${time}Z`)
  expect(opened.channel.told).toHaveLength(0)
  await opened.until('2026-03-02T09:30Z')
  expect(opened.channel.told.map(({ person }) => person)).toEqual(['terminal:team:ben'])
  await opened.until('2026-03-02T09:45Z')
  expect(words(await opened.type('cyd', 'today nudge=30m'))).toContain('too late for the question that’s open')
})
