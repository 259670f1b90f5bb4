// A quiz whose time zone Node no longer knows made the claim throw, and with it the daily round of every channel.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { here, openStage, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { answerControl } from '../../src/screens/question.ts'

const other = 'terminal:team:other'
const folder = temporaryFolder()
let file: string
let stage: Stage

beforeEach(async () => {
  file = join(folder(), 'ledger.sqlite')
  stage = await openStage('2026-03-02T07:00Z', { file })
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  await stage.type('ben', 'setup 09:00 Europe/Berlin mon-fri', other)
})
afterEach(() => stage.close())

/** As after an update of Node that left the zone out. */
function loseZone(): void {
  const db = new Database(file)
  db.exec(`UPDATE quizzes SET zone = 'Europe/Atlantis' WHERE place_id = (SELECT id FROM places WHERE name = '${here.place}')`)
  db.exec(`UPDATE rounds SET zone = 'Europe/Atlantis' WHERE place_id = (SELECT id FROM places WHERE name = '${here.place}')`)
  db.close()
}

const postedIn = (place: string) => stage.channel.posts.filter((post) => post.place === place).length
const toldTo = (who: string) => stage.channel.told.filter(({ person }) => person === `terminal:team:${who}`).map(({ screen }) => words(screen))

it('the other channels get their rounds, and its own are on record with what to do', async () => {
  loseZone()
  await stage.until('2026-03-02T08:00Z')
  expect(postedIn(other)).toBe(1)
  expect(postedIn(here.place)).toBe(0)
  const rounds = await stage.ledger.rounds.latest(here.place, 10)
  expect(rounds.map(({ occasion, state, reason }) => ({ occasion, state, reason }))).toEqual([
    { occasion: '2026-03-02', state: 'failed', reason: expect.stringMatching(/Europe\/Atlantis.+settings/u) },
  ])
  expect(stage.logged.filter((line) => line.includes('fault'))).toEqual([])
})

it('the manager is told once, and each later date is on record once', async () => {
  loseZone()
  for (const day of ['02', '03', '04']) for (const time of ['08:00', '09:00', '09:01', '20:00']) await stage.until(`2026-03-${day}T${time}Z`)
  expect((await stage.ledger.rounds.latest(here.place, 10)).map(({ occasion }) => occasion)).toEqual(['2026-03-04', '2026-03-03', '2026-03-02'])
  expect(toldTo('ada')).toEqual([expect.stringContaining('Europe/Atlantis')])
  expect(toldTo('ada')[0]).not.toContain('The next question comes')
  expect(postedIn(other)).toBe(3)
})

it('the quiz goes on with the next date when the zone is set right', async () => {
  loseZone()
  await stage.until('2026-03-02T08:00Z')
  expect(words(await stage.type('ada', 'settings Europe/Berlin'))).toContain('Tue, Mar 3, 09:00 (Europe/Berlin)')
  await stage.until('2026-03-03T08:00Z')
  expect(postedIn(here.place)).toBe(1)
  expect(toldTo('ada')).toHaveLength(1)
})

it('settings without a zone are not saved over it', async () => {
  loseZone()
  expect(words(await stage.type('ada', 'settings 15:00'))).toContain('The time zone is missing')
  const form = await stage.typeFor('ada', 'settings')
  expect(form.to === 'form' && form.values['zone']).toBe('')
})

it('whoever asks gets an answer, and is promised no question', async () => {
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts.find(({ place }) => place === here.place)?.round ?? ''
  await stage.close()
  loseZone()
  stage = await openStage('2026-03-02T09:00Z', { file })
  expect(words(await stage.press('cleo', answerControl.text({ round, option: 'a' })))).not.toContain('went wrong')
  for (const line of ['status', 'today', 'settings', 'board', 'board month everywhere', 'me', 'privacy', 'managers', 'skip', 'skip undo', 'pause', 'resume']) {
    expect(words(await stage.type('ada', line)), line).not.toContain('went wrong')
  }
  for (const line of ['status', 'settings']) expect(words(await stage.type('ada', line)), line).toContain('none until you set the time zone again')
  expect(words((await stage.send({ kind: 'home', place: null } as never, 'cleo')).screen)).not.toContain('went wrong')
  expect(words(await stage.type('ada', 'now'))).toContain('Europe/Atlantis')
  await stage.until('2026-03-03T10:00Z')
  expect(words(await stage.type('ada', 'today'))).toContain('time zone')
  expect(verifyLedger(file).problems).toEqual([])
  expect(stage.logged.filter((line) => line.includes('fault'))).toEqual([])
})
