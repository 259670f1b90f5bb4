// Fills a ledger with the answers of many days by bulk inserts, in the state in which as many answers through the port would
// have left it (tests/ledger/seed.test.ts compares the two).
import { addAnswer, noScore, periodKey, periods, type Score } from '../../src/core/board.ts'
import { graceEvery, mostGrace } from '../../src/core/streak.ts'
import { isRight } from '../../src/core/round.ts'
import type { Database } from 'better-sqlite3'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { bank, day, sampleQuiz, start } from './sample.ts'

export const seedGroup = 'slack:group'
export const seedPlace = 'slack:place'
export const personName = (number: number) => `${seedGroup}/person-${number}`
/** Everybody knows some share of the answers, so that points are spread. */
export const optionOf = (person: number, date: number) => ((person * 37 + date * 101) % 97 < 20 + (person % 60) ? 'b' : 'a')
export const answeredAt = (person: number, date: number) => start + date * day + 1000 + person

/** Closed rounds of one channel, a day each; what is in them is for `fill` or for the port. */
export async function openRound(ledger: Ledger, date: number): Promise<string> {
  const now = start + date * day
  if (date === 0) await ledger.quizzes.change(seedPlace, 'set-up', now, () => ({ quiz: sampleQuiz(seedGroup, seedPlace) }))
  const [claim] = await ledger.delivery.claimDue(now, bank, 1)
  if (claim === undefined) throw new Error('The quiz of the seed is not due.')
  await ledger.delivery.confirmPosted(claim.round.id, 'message', now)
  return claim.round.id
}

export const closeRound = (ledger: Ledger, date: number) => ledger.closing.closeDue(start + (date + 1) * day - 1, 1)

/** The answers of `people` people to the rounds of the first `days` days, and all that follows from them. */
export function fill(db: Database, rounds: readonly string[], people: number): void {
  const roundIds = rounds.map((name) => Number(db.prepare('SELECT id FROM rounds WHERE name = ?').pluck().get(name)))
  db.transaction(() => {
    addPeople(db, people)
    for (const [date, round] of roundIds.entries()) addAnswers(db, round, date, people)
    addScores(db, rounds.length, people)
  })()
}

const dateOf = (date: number) => new Date(start + date * day).toISOString().slice(0, 10)

function addPeople(db: Database, people: number): void {
  const learner = db.prepare('INSERT INTO learners (id) VALUES (?)')
  const account = db.prepare('INSERT INTO accounts (id, name, learner_id) VALUES (?, ?, ?)')
  const insert = db.prepare('INSERT INTO people (id, name, group_id, display_name, looked_up_at, account_id) VALUES (?, ?, 1, ?, ?, ?)')
  for (let person = 1; person <= people; person++) {
    learner.run(person)
    account.run(person, personName(person), person)
    insert.run(person, personName(person), personName(person), answeredAt(person, 0), person)
  }
}

function addAnswers(db: Database, round: number, date: number, people: number): void {
  const answer = db.prepare('INSERT INTO answers (person_id, round_id, chosen, at, day, is_right, present) VALUES (?, ?, ?, ?, ?, ?, 1)')
  const vote = db.prepare('INSERT INTO votes VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET people = people + 1')
  const log = db.prepare(`INSERT INTO study_log (account_id, item_id, day, at, source, grade, round_id) VALUES (?, ?, ?, ?, 'daily', ?, ?)`)
  const item = itemOf(db, round)
  let right = 0
  for (let person = 1; person <= people; person++) {
    const chosen = [optionOf(person, date)]
    const isTrue = isRight(['b'], chosen)
    if (isTrue) right += 1
    answer.run(person, round, JSON.stringify(chosen), answeredAt(person, date), dateOf(date), Number(isTrue))
    vote.run(round, JSON.stringify(chosen))
    log.run(person, item, dateOf(date), answeredAt(person, date), isTrue ? 'good' : 'again', round)
  }
  db.prepare('UPDATE rounds SET answered = ?, right_answers = ? WHERE id = ?').run(people, right, round)
}

function itemOf(db: Database, round: number): number {
  const name = `question:${String(db.prepare('SELECT question FROM rounds WHERE id = ?').pluck().get(round))}`
  db.prepare('INSERT OR IGNORE INTO items (name) VALUES (?)').run(name)
  return Number(db.prepare('SELECT id FROM items WHERE name = ?').pluck().get(name))
}

function addScores(db: Database, days: number, people: number): void {
  const boards = boardsOf(db, days)
  const member = db.prepare('INSERT INTO members (person_id, place_id, current, longest, last_day, answered_at, grace, toward) VALUES (?, 1, ?, ?, ?, ?, ?, ?)')
  const score = db.prepare('INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, 1, ?)')
  for (let person = 1; person <= people; person++) {
    member.run(person, days, days, dateOf(days - 1), answeredAt(person, days - 1), Math.min(mostGrace, Math.floor(days / graceEvery)), days >= mostGrace * graceEvery ? 0 : days % graceEvery)
    for (const { id, dates } of boards) {
      const isTrue = (date: number) => optionOf(person, date) === 'b'
      const { points, answered, right, days } = dates.reduce((sum: Score, date) => addAnswer(sum, isTrue(date), true), noScore)
      score.run(person, id, points, answered, right, answeredAt(person, dates.findLast(isTrue) ?? dates[0] ?? 0), days)
    }
  }
}

/** In the order in which the port makes them: as their first answer comes. */
function boardsOf(db: Database, days: number): readonly { readonly id: number; readonly dates: readonly number[] }[] {
  const insert = db.prepare(`INSERT INTO boards (scope, owner_id, period) VALUES (?, 1, ?)`)
  const boards = new Map<string, { id: number; dates: number[] }>()
  for (let date = 0; date < days; date++) {
    for (const scope of ['place', 'group']) {
      for (const period of periods) {
        const key = periodKey(period, dateOf(date))
        const board = boards.get(`${scope} ${key}`) ?? { id: Number(insert.run(scope, key).lastInsertRowid), dates: [] }
        board.dates.push(date)
        boards.set(`${scope} ${key}`, board)
      }
    }
  }
  return [...boards.values()]
}
