// Watches the ledger from outside: what changed, and whether somebody was there who may do that. Shares nothing with the program.
import Database from 'better-sqlite3'

/** Somebody in whose name something was asked, with the rights that the platform gives them. */
export type Actor = { readonly person: string; readonly group: string; readonly manages: boolean; readonly maySetUp: boolean }

type Quiz = { readonly group: string; readonly managers: readonly string[]; readonly settings: string; readonly moved: string; readonly extras: number }

export type Seen = {
  readonly version: number
  readonly quizzes: ReadonlyMap<string, Quiz>
  /** By round and person, what was chosen; with both groups. */
  readonly answers: ReadonlyMap<string, { readonly chosen: string; readonly person: string; readonly group: string; readonly roundGroup: string }>
  readonly hidden: ReadonlyMap<string, number>
}

export type Watch = {
  look(): Seen
  /** What nobody of these may have done. `clock`: the bot's own work was due, which moves a quiz on. */
  unlawful(before: Seen, actors: readonly Actor[], clock: boolean): string[]
  /** Names of the rounds of all groups. */
  rounds(): readonly string[]
  counts(): { readonly answers: number; readonly rounds: number }
  close(): void
}

type Row = Readonly<Record<string, string | number | null>>

const quizSql = `SELECT p.name AS place, g.name AS grp, q.*, (SELECT count(*) FROM events e WHERE e.place_id = q.place_id AND e.kind = 'extra') AS extras
  FROM quizzes q JOIN places p ON p.id = q.place_id JOIN groups g ON g.id = p.group_id`
const answerSql = `SELECT r.name || ' ' || p.name AS id, a.chosen, p.name AS person, pg.name AS grp, rg.name AS round_group
  FROM answers a JOIN people p ON p.id = a.person_id JOIN rounds r ON r.id = a.round_id JOIN groups pg ON pg.id = p.group_id JOIN groups rg ON rg.id = r.group_id`

export function watchLedger(file: string): Watch {
  const db = new Database(file, { readonly: true })
  const sql = {
    quizzes: db.prepare<[], Row>(quizSql), answers: db.prepare<[], Row>(answerSql), hidden: db.prepare<[], Row>("SELECT name || ' ' || group_id AS id, hidden FROM people"),
    rounds: db.prepare<[], string>('SELECT name FROM rounds ORDER BY id').pluck(),
  }
  const version = () => Number(db.pragma('data_version', { simple: true }))
  let last: Seen | undefined

  function look(): Seen {
    if (last?.version === version()) return last
    last = {
      version: version(),
      quizzes: new Map(sql.quizzes.all().map((row) => [String(row['place']), quizOf(row)])),
      answers: new Map(sql.answers.all().map((row) => [String(row['id']), { chosen: String(row['chosen']), person: String(row['person']), group: String(row['grp']), roundGroup: String(row['round_group']) }])),
      hidden: new Map(sql.hidden.all().map((row) => [String(row['id']), Number(row['hidden'])])),
    }
    return last
  }

  return {
    look,
    unlawful: (before, actors, clock) => {
      const after = look()
      if (after === before) return []
      return [...quizProblems(before, after, actors, clock), ...answerProblems(before, after, actors), ...hiddenProblems(before, after, actors)]
    },
    rounds: () => sql.rounds.all(),
    counts: () => ({ answers: look().answers.size, rounds: sql.rounds.all().length }),
    close: () => db.close(),
  }
}

function quizOf(row: Row): Quiz {
  const { grp, managers, extras } = row
  const moving = ['skip_date', 'last_date', 'next_date', 'next_at', 'weekly_at', 'thread_tell_at', 'thread_problem']
  const settings = Object.entries(row).filter(([name]) => ![...moving, 'extras'].includes(name))
  return { group: String(grp), managers: JSON.parse(String(managers)) as readonly string[], settings: JSON.stringify(settings), moved: JSON.stringify(moving.map((name) => row[name])), extras: Number(extras) }
}

function quizProblems(before: Seen, after: Seen, actors: readonly Actor[], clock: boolean): string[] {
  return [...after.quizzes].flatMap(([place, quiz]) => {
    const known = before.quizzes.get(place)
    const same = known !== undefined && known.settings === quiz.settings && known.extras === quiz.extras && (clock || known.moved === quiz.moved)
    if (same) return []
    const lawful = actors.some((actor) => actor.group === quiz.group && (known === undefined ? actor.maySetUp : actor.manages || known.managers.includes(actor.person)))
    return lawful ? [] : [`the quiz of ${place} was changed by nobody who manages it: ${JSON.stringify(known)} → ${JSON.stringify(quiz)}`]
  })
}

function answerProblems(before: Seen, after: Seen, actors: readonly Actor[]): string[] {
  return [...after.answers].flatMap(([id, answer]) => {
    if (before.answers.get(id)?.chosen === answer.chosen) return []
    if (answer.group !== answer.roundGroup) return [`an answer of ${answer.group} in a round of ${answer.roundGroup}`]
    return actors.some(({ person, group }) => person === answer.person && group === answer.group) ? [] : [`an answer of ${answer.person} that they did not give: ${id}`]
  })
}

function hiddenProblems(before: Seen, after: Seen, actors: readonly Actor[]): string[] {
  return [...after.hidden].flatMap(([id, hidden]) => {
    if ((before.hidden.get(id) ?? 0) === hidden) return []
    return actors.some(({ person }) => id.startsWith(`${person} `)) ? [] : [`${id} was hidden or shown by somebody else`]
  })
}
