// Three answered, one of them by an alias: the season's leaderboard, its final post, its picture, and the next question showed the alias
// with its single answer, while the question's own post kept the result back.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

const orders = ['board', 'board month', 'board all', 'board everywhere', 'board days', 'board all accuracy', 'board season=Tue']

/** One question each on these days of March 2026, which they all answer, the aliases rightly. */
async function played(days: readonly number[], people: readonly string[], aliases: readonly string[]): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  await stage.type('owner', `season 2026-03-03 - 2026-03-${days.at(-1)} "Tue"`)
  await stage.type('owner', 'final-board both')
  for (const day of days) {
    await stage.until(`2026-03-0${day}T09:00Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const [at, who] of people.entries()) await stage.press(who, answerControl.text({ round, option: aliases.includes(who) || at === 0 ? right : wrong }))
    if (day === days[0]) for (const [at, who] of aliases.entries()) await stage.type(who, `privacy alias ${['Blue Heron', 'Red Fox'][at]}`)
    await stage.until(`2026-03-0${day}T10:01Z`)
  }
}

/** All that somebody else sees. */
async function seen(): Promise<string> {
  // The week has a picture while it is on.
  const boards: Screen[] = [await stage.press('ben', control(await stage.type('ben', 'board'), 'Show as a picture'))]
  for (const at of ['08:00', '08:01', '09:00', '09:01']) await stage.until(`2026-03-09T${at}Z`)
  for (const line of orders) boards.push(await stage.type('ben', line))
  return JSON.stringify([boards, stage.channel.posts, stage.channel.announced])
}

it.each([
  ['three people, one day', [3], ['ben', 'cyd', 'dan'], ['cyd']],
  ['four people, all week', [3, 4, 5, 6], ['ben', 'cyd', 'dan', 'eve'], ['cyd']],
  ['two people, both by an alias', [3, 4, 5], ['cyd', 'dan'], ['cyd', 'dan']],
  ['six people, two days', [3, 4], ['ben', 'cyd', 'dan', 'eve', 'fay', 'gus'], ['cyd']],
])('%s: nothing shows the alias', async (_, days, people, aliases) => {
  await played(days, people, aliases)
  expect(await seen()).not.toMatch(/Heron|Fox|cyd/u)
  const own = words(await stage.type('cyd', 'board season=Tue'))
  expect(own).toContain(people.length > 4 ? 'You go by an alias, so you need 3 answers to be on this leaderboard. You have 2.' : days.length < 3 ? 'You have 1.' : 'once it has five people')
  expect(own).toContain('Aliases need 3 answers and at least 5 people on the leaderboard.')
})

it('in a group of five it is there from the third answer on, with the right ranks and pages, and the alias screen says what others can tell', async () => {
  await played([3, 4, 5], ['ben', 'cyd', 'dan', 'eve', 'fay'], ['cyd'])
  const all = await seen()
  const [[ofWeek] = []] = JSON.parse(all) as readonly (readonly Screen[])[]
  expect(JSON.stringify(ofWeek?.blocks.filter(({ kind }) => kind === 'picture'))).toContain('Heron')
  expect(all.match(/Blue Heron \(alias\)/gu)?.length).toBeGreaterThan(3)
  await stage.press('gus', answerControl.text({ round: stage.channel.posts.at(-1)?.round ?? '', option: stage.optionsOf(stage.channel.posts.at(-1)?.round ?? '').right }))
  await stage.type('gus', 'privacy alias Red Fox')
  const board = await stage.type('dan', 'board all')
  expect(board.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ rank: 1, points: 3 }, { rank: 1, points: 3 }, { rank: 3, points: 0 }, { rank: 3 }, { rank: 3 }] })
  expect(words(board)).toContain('5 people')
  const told = words(await stage.type('cyd', 'privacy'))
  for (const part of ['once you have 3 answers there and at least 5 people are shown', 'others can tell what your alias got right: before and after a question']) expect(told).toContain(part)
})
