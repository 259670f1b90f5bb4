// Void took the day away on leaderboards by days, and from the recap of the week: who had answered on every day was short of one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
let stage: Stage
let file: string
afterEach(() => stage.close())

async function setUp(more = ''): Promise<void> {
  file = join(newFolder(), 'ledger')
  stage = await openStage('2026-03-02T07:00Z', { course: 'data/aws-shared-responsibility', salt: 'x', file })
  await stage.type('owner', `setup 09:00 UTC mon-fri ${more}`)
}

async function held(day: string, ...people: readonly string[]): Promise<void> {
  await stage.until(`2026-03-${day}T09:00Z`)
  for (const who of people) await answer(who)
}

async function answer(who: string, place?: string): Promise<void> {
  const round = stage.channel.posts.findLast((post) => place === undefined || post.place === place)?.round ?? ''
  const { key, right } = stage.optionsOf(round)
  await stage.press(who, answerControl.text({ round, option: key.length === 1 ? right : null }), { chosen: key })
}

const correct = async (line: string, label: string) => stage.press('owner', control(await stage.type('owner', `correct ${line}`), label))
const days = async (who = 'ada', more = '') => words(await stage.type(who, `board days ${more}`))
/** Points and boards by days are what the answers say. */
const isWhole = () => expect(verifyLedger(file).problems).toEqual([])

describe.each(['at-close', 'instant'])('with feedback=%s', (feedback) => {
  it('a day stays a day, also of a question that is closed, and of somebody who answered no other', async () => {
    await setUp(`feedback=${feedback}`)
    await held('02', 'ada', 'ben')
    await held('03', 'ada')
    await held('04')
    const before = await days()
    expect(before).toMatch(/1\. ada 2 .*2\. ben 1 /su)
    await correct('void 2 Mar', 'Void it')
    expect(words(await stage.type('ada', 'board'))).not.toContain('ben')
    const view = await stage.ledger.boards.board({ group: 'terminal:team', place: 'terminal:team:general', scope: 'place', span: 'week', by: 'days', day: '2026-03-04', page: 0, size: 9, asker: 'terminal:team:ben' })
    expect(view.rows.map(({ person, days: there, points }) => [person.name, there, points])).toEqual([['ada', 2, 1], ['ben', 1, 0]])
    expect(view.own).toMatchObject({ days: 1, rank: 2 })
    expect(words(await stage.type('ada', 'me streak'))).toContain('Streak: 2 study days')
    isWhole()
    await correct('undo 2 Mar', 'Undo it')
    expect(await days()).toBe(before)
    isWhole()
  })

  it('an answer to a question that doesn’t count is a day, too, at once or at the close', async () => {
    await setUp(`feedback=${feedback}`)
    await held('02', 'ada')
    await correct('void today', 'Void it')
    await answer('ben')
    isWhole()
    expect((await days()).split('ben ').length).toBe(feedback === 'instant' ? 2 : 1)
    await held('03', 'ben')
    expect(await days()).toMatch(/ada .*ben |ben .*ada /su)
    await held('04')
    expect(await days()).toMatch(/1\. ben 1 .*2\. ada 0 /su)
    isWhole()
    await correct('undo 2 Mar', 'Undo it')
    expect(words(await stage.type('ada', 'board'))).toMatch(/1\. ben 2 .*2\. ada 1 /su)
    isWhole()
  })

  it('undone before the close, the day comes with the points', async () => {
    await setUp(`feedback=${feedback}`)
    await held('02', 'ada')
    await correct('void today', 'Void it')
    await answer('ben')
    await correct('undo today', 'Undo it')
    await held('03')
    expect(words(await stage.type('ada', 'board'))).toMatch(/ada 1 .*ben 1 |ben 1 .*ada 1 /su)
    expect(await days()).toMatch(/ada 1 .*ben 1 |ben 1 .*ada 1 /su)
    isWhole()
  })
})

it('days that an earlier version took away come back', async () => {
  await setUp()
  await held('02', 'ada', 'ben')
  await held('03', 'ada')
  await correct('void 2 Mar', 'Void it')
  await stage.close()
  const db = new Database(file)
  db.exec(`UPDATE scores SET days = days - 1; UPDATE answers SET present = 0 WHERE is_right IS NULL`)
  db.exec(readFileSync('src/ledger/sqlite/file/migrations/032-present.sql', 'utf8').split(';').find((statement) => statement.includes('UPDATE rounds')) ?? '')
  db.close()
  stage = await openStage('2026-03-03T09:30Z', { course: 'data/aws-shared-responsibility', salt: 'x', file })
  await stage.until('2026-03-03T09:31Z')
  expect(await days()).toMatch(/1\. ada 1 .*2\. ben 0 /su)
  isWhole()
})

it('in a season that is added later, and for those who hide only once they show up again', async () => {
  await setUp('feedback=instant')
  await held('02', 'ada', 'ben')
  await correct('void today', 'Void it')
  await stage.type('ben', 'privacy hide')
  await stage.type('owner', 'season 1 Mar - 31 Mar "Spring"')
  for (const span of ['', 'season']) expect(await days('ada', span)).toMatch(/1\. ada 0/u)
  expect(await days('ada', 'season')).not.toContain('ben')
  isWhole()
  await stage.type('ben', 'privacy show')
  for (const span of ['', 'season']) expect(await days('ada', span)).toContain('ben')
  isWhole()
})

it('where channels share the question', async () => {
  await setUp('feedback=instant')
  await stage.type('owner', 'setup 09:00 UTC mon-fri', 'terminal:team:other')
  await stage.press('owner', control(await stage.press('owner', control(await stage.type('owner', 'share'), 'Share with it')), 'Share'))
  await stage.until('2026-03-02T09:00Z')
  await answer('ada', 'terminal:team:general')
  await answer('ben', 'terminal:team:other')
  await correct('void today', 'Void it')
  expect(await days()).toMatch(/ada 0 .*ben 0 /su)
  isWhole()
})

it('the recap of the week counts the day and its answers', async () => {
  await setUp('weekly=on feedback=at-close')
  const crowd = ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay']
  for (const day of ['02', '03', '04', '05', '06']) await held(day, ...crowd)
  await correct('void 3 Mar', 'Void it')
  for (const moment of ['07T09:00', '09T08:00', '09T08:01', '09T09:00', '10T09:00']) await stage.until(`2026-03-${moment}Z`)
  const recap = stage.channel.announced.find(({ screen }) => screen.name === 'week-post')?.screen
  expect(recap === undefined ? '' : words(recap)).toContain('5 study days, 6 people, 30 answers.')
  expect(recap === undefined ? '' : words(recap)).toMatch(/Here every day: ada, ben, cleo, and 3 more/u)
})
