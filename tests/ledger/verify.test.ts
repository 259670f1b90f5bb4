// Whether a ledger is whole is found out, and only a whole backup takes its place.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { idIn } from '../../src/core/course-number.ts'
import { setSeason } from '../../src/core/season.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, cleo, day, monday, open, place, wordedBank, wordsOf, worldOf } from './world.ts'

const newFolder = temporaryFolder()

const templates = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
afterAll(() => rmSync(templates, { recursive: true }))
for (const feedback of ['instant', 'at-close'] as const) await play(feedback)

async function play(feedback: 'instant' | 'at-close'): Promise<void> {
  const ledger = await openLedger(join(templates, feedback))
  const world = worldOf(ledger)
  await world.setUp({ feedback })
  for (const date of [0, 1]) {
    const round = await world.post(monday + date * day, wordedBank())
    for (const person of [ada, ben, cleo]) await world.answer(round, person, person === ada ? 'b' : 'c', monday + date * day)
    await world.answer(round, ben, 'b', monday + date * day + 1)
    await ledger.closing.closeDue(round.closesAt, 1)
  }
  await ledger.people.setHidden(cleo, true)
  await ledger.close()
}

function played(file: string, feedback: 'instant' | 'at-close' = 'instant'): string {
  copyFileSync(join(templates, feedback), file)
  return file
}

function damage(file: string, sql: string): void {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

it.each(['instant', 'at-close'] as const)('finds nothing wrong with a ledger as the bot leaves it (%s)', async (feedback) => {
  const file = played(join(newFolder(), 'ledger'), feedback)
  expect(verifyLedger(file)).toEqual({ problems: [], answers: 6, rounds: 2, people: 3, studied: 6, learners: 3 })
})

it('reads a ledger that is in use', async () => {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  await worldOf(ledger).setUp()
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.close()
})

it.each([
  [
    'a score that the answers do not make',
    'UPDATE scores SET points = points + 1, right_answers = right_answers + 1 WHERE person_id = 1 AND board_id = 1',
    /points for person 1 in place 1/,
  ],
  ['a score that is missing', 'DELETE FROM scores WHERE person_id = 2 AND board_id = 2', /no row for person 2/],
  ['a score that nobody earned', `INSERT INTO scores VALUES (3, 1, 5, 5, 5, 0, 1, 5) ON CONFLICT DO UPDATE SET answered = 9`, /person 3/],
  ['a day that nobody answered on', 'UPDATE scores SET days = days + 1 WHERE person_id = 2 AND board_id = 3', /days with answers for person 2/],
  ['a streak that the answers do not make', 'UPDATE members SET current = 5, longest = 5 WHERE person_id = 1', /streak of person 1 in place 1 is 5/],
  ['a grace day that nobody earned', 'UPDATE members SET grace = 2 WHERE person_id = 2', /streak of person 2 in place 1/],
  ['a round of another course than its question', 'UPDATE rounds SET course = 2 WHERE id = 1', /round .* earns points in course 2/],
  ['a vote too many', 'UPDATE votes SET people = people + 1 WHERE round_id = 1', /votes of round 1/],
  ['a rank that is off', 'UPDATE levels SET people = people + 1 WHERE board_id = 1', /ranks of board 1/],
  ['words that nobody was asked', `UPDATE contents SET body = replace(body, '?', '!') WHERE id = 1`, /words of a question \(content 1\)/],
  ['words that are gone', 'DELETE FROM contents WHERE id = 1', /refers to a row of contents/],
  ['an answer of nobody', 'DELETE FROM people WHERE id = 3', /refers to a row of people/],
])('finds %s', (_, sql, problem) => {
  const file = played(join(newFolder(), 'ledger'))
  damage(file, sql)
  expect(verifyLedger(file).problems.join('\n')).toMatch(problem)
})

it('says of a board what it shows and what the answers say, for each row that differs', async () => {
  const file = played(join(newFolder(), 'ledger'))
  // Ada was right twice: a point more without an answer, an answer more without a point, and one right less.
  damage(file, `
    UPDATE scores SET points = points + 1 WHERE person_id = 1 AND board_id = (SELECT id FROM boards WHERE scope = 'place' AND period = 'all');
    UPDATE scores SET answered = answered + 1 WHERE person_id = 1 AND board_id = (SELECT id FROM boards WHERE scope = 'group' AND period = 'all');
    UPDATE scores SET right_answers = right_answers - 1 WHERE person_id = 1 AND board_id = (SELECT id FROM boards WHERE scope = 'place' AND period = '2026-01')`)
  const differing = verifyLedger(file).problems.filter((problem) => problem.startsWith('The leaderboard'))
  expect(differing.toSorted()).toEqual([
    'The leaderboard says 1 of 2 right for person 1 in place 1 2026-01; the answers say 2 of 2.',
    'The leaderboard says 2 of 3 right for person 1 in group 1 all; the answers say 2 of 2.',
    'The leaderboard says 3 points for person 1 in place 1 all; the answers say 2.',
  ])
})

/** On Monday, Ada answers in two channels, in one of them from two courses; on Tuesday, the question turns out not to count; Wednesday's isn't judged yet. */
async function playedInAllWays(file: string): Promise<void> {
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  const second = wordedBank()
  const idOf = (id: string) => idIn(2, id)
  const bankOfSecond = { ...second, questions: second.questions.map((each) => ({ ...each, id: idOf(each.id) })), contents: new Map([...second.contents].map(([id, content]) => [idOf(id), content])) }
  await world.setUp()
  await world.setUp({ place: `${place}2`, feedback: 'at-close', courses: [1, 2] })
  const winter = { name: 'Winter', from: '2026-01-05', to: '2026-03-20' }
  await ledger.seasons.change(place, 'a season', monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: { id: 'slack:T1/Manager', admin: true } }, winter, '2026-01-05'))
  const answerAll = async (at: number) => {
    for (const { round: claimed } of await ledger.delivery.claimDue(at, wordedBank(), 9)) await world.answer(await open(ledger, claimed, at), ada, 'b', at + 1)
  }
  await answerAll(monday)
  const extra = await ledger.delivery.claimExtra(`${place}2`, 'extra', monday, bankOfSecond)
  if (extra?.round.course !== 2) throw new Error('there is no extra question of the second course')
  await world.answer(await open(ledger, extra.round, monday), ada, 'b', monday + 1)
  await ledger.closing.closeDue(monday + day - 1, 9)
  await answerAll(monday + day)
  await ledger.closing.closeDue(monday + 2 * day - 1, 9)
  const [voided] = await ledger.rounds.latest(place, 1)
  await ledger.corrections.correct(voided?.id ?? '', { change: { kind: 'void' }, why: '', version: 0, words: wordsOf('?') }, 'operator', monday + 2 * day - 1)
  await ledger.corrections.rejudge(9)
  await answerAll(monday + 2 * day)
  await ledger.close()
}

it('adds up days, courses, seasons, questions that don’t count, and those that aren’t judged yet', async () => {
  const file = join(newFolder(), 'ledger')
  await playedInAllWays(file)
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 7, people: 1 })
  const ofSeason = `board_id IN (SELECT id FROM boards WHERE period = '2026-01-05..2026-03-20')`
  damage(file, `UPDATE scores SET days = days + 1 WHERE ${ofSeason}`)
  expect(verifyLedger(file).problems).toEqual(['The leaderboard says 4 days with answers for person 1 in place 1 2026-01-05..2026-03-20; the answers say 3.'])
  damage(file, `DELETE FROM scores WHERE ${ofSeason}; DELETE FROM levels WHERE ${ofSeason}`)
  expect(verifyLedger(file).problems).toEqual(['The leaderboard has no row for person 1 in place 1 2026-01-05..2026-03-20, who has answers.'])
})

it('finds questions that can’t be asked and flashcards that can’t be shown', async () => {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const manager = { id: 'slack:T1/Manager', admin: true }
  await worldOf(ledger).setUp()
  const text = { stem: 'Who restarts it?', explanation: '', keyPoint: '', source: '', options: [{ text: 'You', right: true, why: '' }, { text: 'I', right: false, why: '' }] }
  const asked = await ledger.teamQuestions.add(place, manager, [text], 'question', monday)
  const brought = await ledger.teamDecks.add(place, manager, { title: 'Night shift', cards: [{ front: 'Queue', back: 'Drain it', name: '' }] }, 'deck', monday)
  await ledger.close()
  if (asked.kind !== 'added' || brought.kind !== 'added') throw new Error('they were not added')
  expect(verifyLedger(file).problems).toEqual([])
  damage(file, `UPDATE team_questions SET body = '{'; UPDATE team_decks SET body = '{}'`)
  expect(verifyLedger(file).problems).toEqual([
    `The question ${asked.questions[0]?.id} of a team can’t be asked as it’s kept.`, `The flashcards ${brought.deck.id} of a team can’t be shown as they’re kept.`,
  ])
})

it('names a round once however many of its votes are off, and no other round', () => {
  const file = played(join(newFolder(), 'ledger'))
  damage(file, 'UPDATE votes SET people = people + 1 WHERE round_id = 2')
  expect(verifyLedger(file).problems).toEqual(['The votes of round 2 don’t add up to its answers.'])
})

it('names twenty problems at most', () => {
  const file = played(join(newFolder(), 'ledger'))
  damage(file, 'DELETE FROM scores; DELETE FROM votes')
  expect(verifyLedger(file).problems).toHaveLength(20)
})

it('says which file is no ledger', () => {
  const folder = newFolder()
  expect(() => verifyLedger(join(folder, 'nothing'))).toThrow('There is no database')
  writeFileSync(join(folder, 'text'), 'dear diary\n'.repeat(500))
  expect(() => verifyLedger(join(folder, 'text'))).toThrow("isn't a database of this bot")
})

it('puts a whole backup in the place of a ledger, and keeps the old one', async () => {
  const folder = newFolder()
  const backup = played(join(folder, 'backup'))
  writeFileSync(join(folder, 'ledger'), 'the old one')
  expect(restoreLedger(backup, join(folder, 'ledger'), 'now')).toMatchObject({ keptAs: join(folder, 'ledger.before-now'), verdict: { answers: 6 } })
  expect(readFileSync(join(folder, 'ledger.before-now'), 'utf8')).toBe('the old one')
  const ledger = await openLedger(join(folder, 'ledger'))
  expect((await worldOf(ledger).board()).people).toBe(2)
  await ledger.close()
})

it('changes nothing where the backup is not whole, or the ledger is in use', async () => {
  const folder = newFolder()
  const backup = played(join(folder, 'backup'))
  const ledger = await openLedger(join(folder, 'ledger'))
  expect(() => restoreLedger(backup, join(folder, 'ledger'), 'now')).toThrow('Another running bot')
  await ledger.close()
  damage(backup, 'DELETE FROM votes')
  expect(() => restoreLedger(backup, join(folder, 'ledger'), 'now')).toThrow('nothing was changed')
  expect(existsSync(join(folder, 'ledger.before-now'))).toBe(false)
})
