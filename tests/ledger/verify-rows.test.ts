// Rows that must fit each other: of shared questions, of courses, of corrections, and of linked accounts. What doesn't fit is told by name.
import type { Database } from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { correctionProblems } from '../../src/ledger/sqlite/file/verify-corrections.ts'
import { courseProblems } from '../../src/ledger/sqlite/file/verify-courses.ts'
import { linkProblems } from '../../src/ledger/sqlite/file/verify-links.ts'
import { sharedProblems } from '../../src/ledger/sqlite/file/verify-shared.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import type { PersonSeen } from '../../src/ledger/people.ts'
import { afterChanges } from './after-changes.ts'
import { inBoth, post, together } from './contract/sharing.ts'
import { ada, ben, cleo, day, dora, monday, someone, wordsOf, worldOf, type World } from './world.ts'

const opened: World[] = []
afterAll(async () => {
  for (const { ledger } of opened) await ledger.close()
})

async function played(play: (world: World) => Promise<void>): Promise<Database> {
  const database = openDatabase(':memory:')
  const world = worldOf(ledgerOn(database))
  opened.push(world)
  await play(world)
  return database.db
}

async function link({ ledger }: World, giver: PersonSeen, taker: PersonSeen): Promise<void> {
  const { code } = await ledger.links.offer(giver, monday)
  await ledger.links.confirm(taker, code, monday)
}

describe('channels that share a question', async () => {
  const db = await played(async (world) => {
    await together(world)
    const [here, there] = inBoth(await post(world))
    const farBen = someone('Ben', 'discord:9')
    for (const [round, person] of [[here, ada], [here, dora], [here, ben], [there, farBen]] as const) await world.answer(round, person, 'b')
    await link(world, ben, farBen)
  })
  const shared = Number(db.prepare('SELECT DISTINCT shared_id FROM shared_channels').pluck().get())
  const problemsAfter = (...changes: readonly string[]) => afterChanges(db, changes, () => sharedProblems(db))
  const common = `board_id = (SELECT id FROM boards WHERE scope = 'place' AND owner_id = ${shared} AND period = 'all')`
  const differs = (rows: string) => [`The common board of the channels that share a question (place ${shared}) doesn’t match their own boards (${rows}).`]

  it('have one board, which is the sum of theirs', () => {
    expect(problemsAfter()).toEqual([])
    const person = `person_id = (SELECT id FROM people WHERE name = '${ada.id}')`
    expect(problemsAfter(`UPDATE scores SET points = points + 1 WHERE ${common} AND ${person}`)).toEqual(differs('1 row'))
    expect(problemsAfter(`UPDATE scores SET points = points + 1 WHERE ${common}`)).toEqual(differs('3 rows'))
    expect(problemsAfter(`DELETE FROM scores WHERE ${common} AND ${person}`)).toEqual(differs('1 row'))
    expect(problemsAfter(`INSERT INTO scores SELECT (SELECT id FROM people WHERE name = 'discord:9/Ben'), board_id, points, answered, right_answers, reached_at, shown, days FROM scores WHERE ${common} AND ${person}`)).toEqual(differs('1 row'))
  })

  it('are led by one of them', () => {
    const lead = (leading: number) => [`Of the channels that share a question (place ${shared}), ${leading} lead. One has to.`]
    expect(problemsAfter('UPDATE shared_channels SET leads = 0')).toEqual(lead(0))
    expect(problemsAfter('UPDATE shared_channels SET leads = 1')).toEqual(lead(2))
    expect(problemsAfter('UPDATE shared_channels SET leads = 1 - leads')).toEqual([])
  })

  it('count one answer of each human being', () => {
    const countedAfter = (change: string) => problemsAfter(change).filter((problem) => problem.startsWith('Learner'))
    const count = (counting: number) => [expect.stringMatching(new RegExp(`^Learner \\d+ has ${counting} answers that count to the shared question of 2026-01-05\\. It should be one\\.$`, 'u'))]
    expect(countedAfter('UPDATE answers SET superseded_by = NULL')).toEqual(count(2))
    expect(countedAfter(`UPDATE answers SET superseded_by = round_id WHERE person_id IN (SELECT id FROM people WHERE name LIKE '%/Ben')`)).toEqual(count(0))
  })
})

it('a channel that shares its question with none has nothing in common', async () => {
  expect(sharedProblems(await played(async (world) => void (await world.setUp())))).toEqual([])
})

describe('what earns points in a course', async () => {
  const db = await played(async (world) => {
    await world.setUp()
    await world.post()
    const task = (item: string) => ({ item, order: ['a'], key: ['a'], content: 1 })
    const tasks = ['question:team-0123456789ab', 'card:one', 'card:two'].map(task)
    await world.ledger.sessions.start(ada.id, { id: 'a'.repeat(16), kind: 'practice', about: null, tasks, zone: 'UTC', startedAt: monday, endsAt: null })
  })
  const problemsAfter = (...changes: readonly string[]) => afterChanges(db, changes, () => courseProblems(db))
  const round = String(db.prepare('SELECT name FROM rounds').pluck().get())

  it('is a round whose question is of that course, or of a team', () => {
    expect(problemsAfter()).toEqual([])
    expect(problemsAfter('UPDATE rounds SET course = 2')).toEqual([expect.stringMatching(new RegExp(`^The round ${round} earns points in course 2, and its question question-\\d is from another one\\.$`, 'u'))])
    expect(problemsAfter(`UPDATE rounds SET question = '3.q'`)).toEqual([`The round ${round} earns points in course 1, and its question 3.q is from another one.`])
    expect(problemsAfter(`UPDATE rounds SET question = '3.q', course = 3`)).toEqual([])
    expect(problemsAfter(`UPDATE rounds SET question = 'team-0123456789ab', course = 3`)).toEqual([])
    expect(problemsAfter(`UPDATE rounds SET question = '', state = 'missed', course = 3`)).toEqual([])
  })

  it('is a private session whose tasks are of that course, or of a team', () => {
    const other = (course: number, item: string) => [`Session ${'a'.repeat(16)} (practice) is in course ${course}, and asks ${item} of another one.`]
    expect(problemsAfter('UPDATE sessions SET course = 2')).toEqual(other(2, 'card:one'))
    expect(problemsAfter(`UPDATE sessions SET tasks = replace(tasks, 'card:two', 'card:2.two')`)).toEqual(other(1, 'card:2.two'))
    expect(problemsAfter(`UPDATE sessions SET course = 2, tasks = replace(tasks, 'card:', 'card:2.')`)).toEqual([])
    expect(problemsAfter(`UPDATE sessions SET course = 2, abandoned = 1, ended_at = 1`)).toEqual([])
  })

  it('is no session that cannot be read: that is another problem', () => {
    expect(problemsAfter(`UPDATE sessions SET course = 2, tasks = '['`)).toEqual([])
  })
})

describe('a corrected round', async () => {
  const manager = { id: 'slack:T1/Manager', admin: true }
  const db = await played(async (world) => {
    await world.setUp()
    const round = await world.post()
    for (const person of [ada, ben, cleo]) await world.answer(round, person, person === ada ? 'b' : 'c')
    await world.ledger.closing.closeDue(round.closesAt, 9)
    await world.ledger.corrections.correct(round.id, { change: { kind: 'regrade', key: ['c'] }, why: '', version: 0, words: wordsOf('?') }, manager, monday + day)
    await world.ledger.corrections.rejudge(100)
  })
  const problemsAfter = (...changes: readonly string[]) => afterChanges(db, changes, () => correctionProblems(db))
  const name = String(db.prepare('SELECT name FROM rounds').pluck().get())
  const [latest, judged, absent] = [
    `Round ${name} isn’t judged by its latest correction.`, `Answers to round ${name} aren’t judged by its corrected answer.`,
    `Answers to round ${name} don’t count as days, though they’re judged.`,
  ]

  it('is judged by its latest correction that was not taken back', () => {
    expect(problemsAfter()).toEqual([])
    expect(problemsAfter(`UPDATE corrections SET key = '["d"]'`)).toEqual([latest])
    expect(problemsAfter(`UPDATE corrections SET voided = 1`)).toEqual([latest])
    expect(problemsAfter(`UPDATE corrections SET key = '["d"]', undone_at = 1`)).toEqual([])
  })

  it('judges all answers alike', () => {
    expect(problemsAfter(`UPDATE answers SET is_right = 1 - is_right WHERE person_id = 1`)).toEqual([judged])
    expect(problemsAfter(`UPDATE answers SET is_right = 1 - is_right WHERE person_id = 1`, 'UPDATE rounds SET rejudge = 1')).toEqual([])
    expect(problemsAfter('UPDATE rounds SET voided = 1', 'UPDATE corrections SET voided = 1')).toEqual([judged])
  })

  it('counts the day of whoever answered', () => {
    expect(problemsAfter('UPDATE answers SET present = 0 WHERE person_id = 1')).toEqual([absent])
    expect(problemsAfter('UPDATE answers SET present = 0, superseded_by = round_id WHERE person_id = 1')).toEqual([])
  })
})

describe('accounts that are linked', async () => {
  // Account 1 gave its code to 2, which gave its own to 3; 4 gave its code to 2 as well, and 5 is by itself.
  const db = await played(async (world) => {
    const accounts = [1, 2, 3, 4, 5].map((number) => someone('Ada', `slack:T${number}`))
    for (const person of accounts) await world.ledger.people.setHidden(person, false)
    for (const [giver, taker] of [[1, 2], [2, 3], [4, 2]] as const) await link(world, accounts[giver - 1] ?? ada, accounts[taker - 1] ?? ada)
  })
  const problemsAfter = (...changes: readonly string[]) => afterChanges(db, changes, () => linkProblems(db))
  const [learner, alone] = [4, 5].map((id) => db.prepare<[number], number>('SELECT learner_id FROM accounts WHERE id = ?').pluck().get(id))
  const notLinked = (who = learner, ids = '1, 2, 3, 4') => `Learner ${who} has accounts that aren’t linked: ${ids}.`

  it('are one learner, also where they are linked by a third one', () => {
    expect(problemsAfter()).toEqual([])
    for (const link of [1, 2, 3]) expect(problemsAfter(`UPDATE links SET ended_at = 1 WHERE id = ${link}`)).toEqual([notLinked()])
    expect(problemsAfter(`UPDATE accounts SET learner_id = ${learner} WHERE id = 5`)).toEqual([notLinked(learner, '1, 2, 3, 4, 5')])
    expect(problemsAfter(`UPDATE accounts SET learner_id = ${alone} WHERE id = 3`)).toEqual([notLinked(alone, '3, 5'), 'Accounts 2 and 3 are linked but belong to two learners.'])
  })

  it('are hidden together', () => {
    const otherwise = (id: number) => `Person ${id} is shown or hidden in another way than they and their linked accounts asked for.`
    expect(problemsAfter('UPDATE people SET hides = 1 WHERE id = 3').toSorted()).toEqual([1, 2, 3, 4].map(otherwise))
    expect(problemsAfter('UPDATE people SET hidden = 1 WHERE id = 5')).toEqual([otherwise(5)])
  })
})
