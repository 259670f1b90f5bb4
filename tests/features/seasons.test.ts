// Seasons and the boards in other orders, as people meet them in chat.
import { afterEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from './session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

/** A channel with a question at 09:00 UTC every day, from the first Monday of March 2026 on. */
async function begin(): Promise<void> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon,tue,wed,thu,fri,sat,sun topics=repairs')
}

/** On these days of March, the ones in capitals answer rightly, the others wrongly. */
async function days(dates: readonly number[], answers: string): Promise<void> {
  for (const date of dates) {
    for (const time of ['08:30', '09:00']) await stage.until(`2026-03-${String(date).padStart(2, '0')}T${time}Z`)
    const round = stage.channel.posts.at(-1)?.round ?? ''
    const { right, wrong } = stage.optionsOf(round)
    for (const letter of answers) await stage.press(letter.toLowerCase(), answerControl.text({ round, option: letter === letter.toUpperCase() ? right : wrong }))
  }
}

const said = async (who: string, line: string) => words(await stage.type(who, line))

it('a manager adds a season, and its board has the answers of its dates, also those from before', async () => {
  await begin()
  await days([2, 3], 'Ab')
  expect(await said('a', 'board season')).toContain('No seasons here yet')
  expect(await said('a', 'season 2026-03-03..2026-03-06 "Spring"')).toContain('Only managers can do that')
  const added = await stage.type('owner', 'season 2026-03-03..2026-03-06 “Spring cup”')
  expect(words(added)).toContain('Added: Spring cup (Tue, Mar 3 – Fri, Mar 6, 2026).')
  await days([4], 'aB')
  const board = await stage.type('a', 'board season')
  expect(board.title).toBe('Leaderboard: Spring cup, this channel')
  expect(board.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ points: 1, days: 2 }, { points: 1, days: 2 }] })
  expect(words(await stage.press('b', control(added, 'Leaderboard')))).toContain('Leaderboard: Spring cup')
  expect(await said('a', 'board')).toContain('Leaderboard: this week')
})

it('a season that is over stays readable by its name, and from the season after it', async () => {
  await begin()
  await stage.type('owner', 'season 2026-03-02..2026-03-03 "Kickoff"')
  await stage.type('owner', 'season 2026-03-05..2026-04-30 "Spring"')
  await days([2, 3, 4, 5], 'A')
  for (const name of ['kickoff', '"Kickoff"', '“kickoff”']) expect((await stage.type('a', `board season ${name}`)).title).toBe('Leaderboard: Kickoff, this channel')
  const spring = await stage.type('a', 'leaderboard season everywhere')
  expect(words(spring)).toContain('Each channel has its own seasons.')
  expect(spring.title).toBe('Leaderboard: Spring, this channel')
  const kickoff = await stage.press('a', control(spring, '‹ Kickoff'))
  expect(kickoff.title).toBe('Leaderboard: Kickoff, this channel')
  expect((await stage.press('a', control(kickoff, 'Days'))).title).toBe('Leaderboard by days: Kickoff, this channel')
  expect((await stage.press('a', control(kickoff, 'Week'))).title).toBe('Leaderboard: this week, this channel')
  expect(await said('a', 'board season Sprung')).toContain('no season called “Sprung”')
})

it('is changed by its name or its dates, ended, removed, and brought back with all its points', async () => {
  await begin()
  await days([2, 3], 'A')
  await stage.type('owner', 'season 2026-03-02..2026-03-31 "Cup"')
  expect(await said('owner', 'season 2026-03-03..2026-03-20 "cup"')).toContain('Changed from Cup (Mon, Mar 2 – Tue, Mar 31, 2026) to cup (Tue, Mar 3 – Fri, Mar 20, 2026).')
  expect(await said('owner', 'season 2026-03-03..2026-03-20 "Spring cup"')).toContain('Changed from cup')
  const other = await said('owner', 'season 2026-03-20..2026-04-20 "Late"')
  expect(other).toContain('Seasons can’t overlap')
  expect(other).toContain('Spring cup')
  const list = await stage.type('owner', 'season')
  const ended = await stage.press('owner', control(list, 'End today'))
  expect(words(ended)).toContain('Spring cup ends today.')
  expect(words(await stage.press('owner', control(list, 'End today')))).toContain('Nothing to change: Spring cup (Tue, Mar 3, 2026)')
  await days([4], 'A')
  expect(await said('owner', 'season end')).toContain('isn’t on right now')
  const removed = await stage.press('owner', control(ended, 'Remove'))
  expect(words(removed)).toContain('Removed: Spring cup (Tue, Mar 3, 2026). To bring it back with all its points:')
  expect(words(await stage.press('owner', control(ended, 'Remove')))).toContain('no such season')
  expect(words(await stage.press('a', control(ended, 'Remove')))).toContain('Only managers can do that')
  await stage.type('owner', 'season 2026-03-03..2026-03-03 "Spring cup"')
  expect((await stage.type('a', 'board season')).blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ rows: [{ points: 1 }] })
})

it('what is unclear is refused with what was understood', async () => {
  await begin()
  await stage.type('owner', 'season 2026-03-02..2026-03-31 "Cup"')
  for (const [line, problem] of [
    ['season banana', 'isn’t a date I understand'], ['season Cup', 'To give Cup other dates'], ['season 2026-05-01..2026-05-31', 'Give the season a name'],
    ['season 2026-05-01..2026-05-31 "<!channel>"', 'letters, digits, spaces'], ['season 2026-05-01..2026-05-31 "here"', 'That word can’t be'], ['season 2026-05-01..2027-05-31 "Long"', 'up to 366 days'],
    ['season 2029-05-01..2029-05-31 "Far"', 'more than two years'], ['season 2026-03-02..2026-03-31 "Cup"', 'Nothing to change'], ['season remove Nothing', 'no such season'], ['season remove', 'Which one?'],
  ] as const) expect(await said('owner', line), line).toContain(problem)
})

it('a board by right answers says who is in it, by which rule, and what is missing', async () => {
  await begin()
  await days([2, 3, 4, 5, 6, 7, 8, 9, 10], 'Ab')
  expect(await said('a', 'board accuracy')).toMatch(/Nobody has 10 answers yet.*You have 2/su)
  await days([11], 'AC')
  const board = await stage.type('c', 'board month accuracy')
  expect(board.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ by: 'accuracy', rows: [{ rank: 1, points: 10, accuracy: 100, answered: 10 }] })
  expect(words(board)).toContain('1 person with 10 or more answers; 2 people with fewer')
  expect(words(board)).toContain('(right answers + 20 × average) ÷ (answers + 20); average 100%')
  expect(words(board)).toContain('You have 1.')
})

it('a board by days counts a day once, whatever was answered on it', async () => {
  await begin()
  await days([2, 3], 'Ab')
  await stage.type('owner', 'now')
  const round = stage.channel.posts.at(-1)?.round ?? ''
  await stage.press('a', answerControl.text({ round, option: stage.optionsOf(round).right }))
  const board = await stage.type('b', 'board days')
  expect(board.blocks.find(({ kind }) => kind === 'ranking')).toMatchObject({ by: 'days', rows: [{ rank: 1, days: 2, points: 3 }, { rank: 1, days: 2, points: 0, you: true }] })
})

it('a button of an older message still opens its board', async () => {
  await begin()
  await days([2], 'A')
  expect((await stage.press('a', 'v1:board:group:month:0')).title).toBe('Leaderboard: this month, all channels')
})
