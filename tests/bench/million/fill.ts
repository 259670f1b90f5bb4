// Fills the tables with the town and the days behind it, by statements over sets, in the state in which the port would have left them.
import type pg from 'pg'
import { periodKey, periods } from '../../../src/core/board.ts'
import type { QuestionBank } from '../../../src/core/due.ts'
import { graceEvery, mostGrace } from '../../../src/core/streak.ts'
import { day } from '../sample.ts'
import { history, homeInSql, namesInSql, placesEach, type Town } from './town.ts'

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export type Filled = { readonly seconds: number; readonly answers: number; /** Of a million answers with all that follows from them. */ readonly megabytes: number }

/** @param client may go past foreign keys and triggers @param dueAt when all channels get their next question */
export async function fill(client: pg.Client, town: Town, bank: QuestionBank, dueAt: number): Promise<Filled> {
  const began = performance.now()
  const run = (sql: string, values: readonly unknown[] = []) => client.query(sql, [...values])
  await run('SET session_replication_role = replica')
  await run(`SET synchronous_commit = off`)
  await nameDaysAndQuestions(run, bank, dueAt)
  await addPlaces(run, town, dueAt)
  await addPeople(run, town, dueAt)
  await addRounds(run, town, dueAt)
  const before = await sizeOf(client)
  const answers = await addAnswers(run, town)
  await addScores(run)
  const seconds = (performance.now() - began) / 1000
  const megabytes = (((await sizeOf(client)) - before) / answers) * 1_000_000 / 1024 ** 2
  for (const table of ['groups', 'places', 'rounds', 'learners', 'accounts', 'people', 'boards', 'items', 'study_log']) {
    await run(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`)
  }
  await run('SET synchronous_commit = on')
  await run('VACUUM ANALYZE')
  return { seconds, answers, megabytes }
}

type Run = (sql: string, values?: readonly unknown[]) => Promise<pg.QueryResult>

export async function sizeOf(client: pg.Client): Promise<number> {
  return Number((await client.query<{ readonly size: string }>('SELECT pg_database_size(current_database()) AS size')).rows[0]?.size)
}

async function nameDaysAndQuestions(run: Run, bank: QuestionBank, dueAt: number): Promise<void> {
  await run('CREATE TEMP TABLE days (nr bigint, day text COLLATE "C", at bigint)')
  await run('CREATE TEMP TABLE spans (day text COLLATE "C", period text COLLATE "C")')
  for (let nr = 1; nr <= history; nr++) {
    const at = dueAt - (history + 1 - nr) * day
    await run('INSERT INTO days VALUES ($1, $2, $3)', [nr, dateOf(at), at])
    for (const period of periods) await run('INSERT INTO spans VALUES ($1, $2)', [dateOf(at), periodKey(period, dateOf(at))])
  }
  await run('CREATE TEMP TABLE questions (nr bigint, id text COLLATE "C", options text, key text, wrong text)')
  for (const [nr, { id }] of bank.questions.entries()) {
    const { options = [], key = [] } = bank.contents.get(id) ?? {}
    const wrong = options.filter((option) => !key.includes(option)).slice(0, key.length)
    await run('INSERT INTO questions VALUES ($1, $2, $3, $4, $5)', [nr + 1, id, JSON.stringify(options), JSON.stringify(key), JSON.stringify(wrong)])
  }
  await run(`INSERT INTO items (id, name) SELECT nr, 'question:' || id FROM questions`)
}

async function addPlaces(run: Run, { groups, places }: Town, dueAt: number): Promise<void> {
  const group = `(place - 1) / ${placesEach} + 1`
  await run(`INSERT INTO groups (id, name) SELECT nr, ${namesInSql.group('nr')} FROM generate_series(1, ${groups}) nr`)
  await run(`INSERT INTO places (id, name, group_id) SELECT place, ${namesInSql.place(group, 'place')}, ${group} FROM generate_series(1, ${places}) place`)
  await run(
    `INSERT INTO quizzes (place_id, time, zone, days, open_minutes, topics, feedback, rollover_hour, catch_up_minutes, managers, paused, next_date, next_at)
     SELECT id, $1, 'UTC', '[1,2,3,4,5,6,7]', 720, '[]', 'instant', 4, 360, '[]', 0, $2, $3 FROM places`,
    [new Date(dueAt).toISOString().slice(11, 16), dateOf(dueAt), dueAt],
  )
}

async function addPeople(run: Run, town: Town, dueAt: number): Promise<void> {
  const home = homeInSql(town, 'nr')
  const grace = Math.min(mostGrace, Math.floor(history / graceEvery))
  await run(`CREATE TEMP TABLE homes AS SELECT nr, ${home.group} AS group_id, ${home.place} AS place_id FROM generate_series(1, ${town.people}) nr`)
  await run('INSERT INTO learners (id) SELECT nr FROM homes')
  await run(`INSERT INTO accounts (id, name, learner_id) SELECT nr, ${namesInSql.person('group_id', 'nr')}, nr FROM homes`)
  await run(`INSERT INTO people (id, name, group_id, display_name, looked_up_at, account_id) SELECT nr, ${namesInSql.person('group_id', 'nr')}, group_id, 'Person ' || nr, $1, nr FROM homes`, [dueAt])
  await run(
    `INSERT INTO members (person_id, place_id, current, longest, last_day, answered_at, grace, toward)
     SELECT nr, place_id, ${history}, ${history}, $1, $2, ${grace}, ${history % graceEvery} FROM homes`,
    [dateOf(dueAt - day), dueAt - day],
  )
}

const roundId = (town: Town) => `(d.nr - 1) * ${town.places} + p.id`

/** Each channel had a question on each day, ever other ones. */
const addRounds = (run: Run, town: Town, dueAt: number) =>
  run(
    `INSERT INTO rounds (id, name, place_id, group_id, occasion, state, question, options, key, feedback, zone, rollover_hour, day,
       due_at, opened_at, closes_at, closed_at, message, redrawn)
     SELECT ${roundId(town)}, 'past-' || d.nr || '-' || p.id, p.id, p.group_id, d.day, 'closed', q.id, q.options, q.key, 'instant', 'UTC', 4, d.day,
       d.at, d.at, least(d.at + ${day / 2}, CAST($1 AS bigint)), least(d.at + ${day / 2}, CAST($1 AS bigint)), 'past', 1
     FROM days d CROSS JOIN places p JOIN questions q ON q.nr = 1 + (p.id * 31 + d.nr) % (SELECT count(*) FROM questions)`,
    [dueAt],
  )

async function addAnswers(run: Run, town: Town): Promise<number> {
  // Everybody knows some share of the answers, so that points are spread.
  await run(
    `INSERT INTO answers (person_id, round_id, chosen, at, day, is_right, present)
     SELECT a.nr, r.id, CASE WHEN known THEN q.key ELSE q.wrong END, d.at + 1000 + a.nr % 3000000, d.day, CAST(known AS int), 1
     FROM (SELECT h.nr, h.place_id, d.nr AS date, (h.nr * 37 + d.nr * 101) % 97 < 20 + h.nr % 60 AS known FROM homes h CROSS JOIN days d) a
     JOIN days d ON d.nr = a.date JOIN rounds r ON r.id = (a.date - 1) * ${town.places} + a.place_id JOIN questions q ON q.id = r.question`,
  )
  await run('INSERT INTO votes SELECT round_id, chosen, count(*) FROM answers GROUP BY 1, 2')
  await run(
    `UPDATE rounds r SET answered = c.answered, right_answers = c.rights
     FROM (SELECT round_id, count(*) AS answered, sum(is_right) AS rights FROM answers GROUP BY 1) c WHERE c.round_id = r.id`,
  )
  const { rowCount } = await run(
    `INSERT INTO study_log (account_id, item_id, day, at, source, grade, round_id)
     SELECT a.person_id, q.nr, a.day, a.at, 'daily', CASE a.is_right WHEN 1 THEN 'good' ELSE 'again' END, a.round_id
     FROM answers a JOIN rounds r ON r.id = a.round_id JOIN questions q ON q.id = r.question ORDER BY a.at`,
  )
  return rowCount ?? 0
}

async function addScores(run: Run): Promise<void> {
  for (const [scope, owners, owner] of [['place', 'places', 'h.place_id'], ['group', 'groups', 'h.group_id']] as const) {
    await run(`INSERT INTO boards (scope, owner_id, period) SELECT '${scope}', o.id, s.period FROM ${owners} o CROSS JOIN (SELECT DISTINCT period FROM spans) s`)
    await run(
      `INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown, days)
       SELECT a.person_id, b.id, sum(is_right), count(*), sum(is_right), coalesce(max(a.at) FILTER (WHERE is_right = 1), min(a.at)), 1, count(*)
       FROM answers a JOIN homes h ON h.nr = a.person_id JOIN spans s ON s.day = a.day
       JOIN boards b ON b.scope = '${scope}' AND b.owner_id = ${owner} AND b.period = s.period GROUP BY 1, 2`,
    )
  }
  await run('INSERT INTO levels SELECT board_id, points, count(*) FROM scores GROUP BY 1, 2')
}
