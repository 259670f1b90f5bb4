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
  /** What only managers of a channel may make, change, or remove. */
  readonly governed: ReadonlyMap<string, { readonly place: string; readonly value: string }>
  /** By name, with those of whom one must have made it or taken it apart. */
  readonly links: ReadonlyMap<string, { readonly giver: string; readonly taker: string }>
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

const governedSql = `SELECT p.name AS place, g.kind || ' ' || p.name || ' ' || g.id AS id, g.value FROM (
    SELECT 'correction' AS kind, r.place_id, c.id, c.undone_at AS value FROM corrections c JOIN rounds r ON r.id = c.round_id
    UNION ALL SELECT 'season', place_id, from_date, to_date || name FROM seasons
    UNION ALL SELECT 'final boards', place_id, '', week || ' ' || season FROM final_boards
    UNION ALL SELECT 'question', place_id, name, coalesce(approved_at, 'draft') || ' ' || version FROM team_questions
    UNION ALL SELECT 'deck', place_id, name, coalesce(approved_at, 'draft') || ' ' || version FROM team_decks
    UNION ALL SELECT 'settled report', place_id, id, settled_as FROM reports WHERE settled_at IS NOT NULL AND place_id IS NOT NULL
  ) g JOIN places p ON p.id = g.place_id`

export function watchLedger(file: string): Watch {
  const db = new Database(file, { readonly: true })
  const sql = {
    quizzes: db.prepare<[], Row>(quizSql), answers: db.prepare<[], Row>(answerSql), hidden: db.prepare<[], Row>("SELECT name || ' ' || group_id AS id, hidden FROM people"),
    governed: db.prepare<[], Row>(governedSql), links: db.prepare<[], Row>('SELECT name, giver, taker FROM links WHERE ended_at IS NULL'),
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
      governed: new Map(sql.governed.all().map((row) => [String(row['id']), { place: String(row['place']), value: String(row['value']) }])),
      links: new Map(sql.links.all().map((row) => [String(row['name']), { giver: String(row['giver']), taker: String(row['taker']) }])),
    }
    return last
  }

  return {
    look,
    unlawful: (before, actors, clock) => {
      const after = look()
      if (after === before) return []
      return [...quizProblems(before, after, actors, clock), ...answerProblems(before, after, actors), ...hiddenProblems(before, after, actors), ...governedProblems(before, after, actors), ...linkProblems(before, after, actors)]
    },
    rounds: () => sql.rounds.all(),
    counts: () => ({ answers: look().answers.size, rounds: sql.rounds.all().length }),
    close: () => db.close(),
  }
}

function quizOf(row: Row): Quiz {
  const { grp, managers, extras } = row
  const moving = ['skip_date', 'last_date', 'next_date', 'next_at', 'weekly_at', 'thread_tell_at', 'thread_problem', 'unreachable', 'tell_at', 'retired']
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

function governedProblems(before: Seen, after: Seen, actors: readonly Actor[]): string[] {
  return [...new Set([...before.governed.keys(), ...after.governed.keys()])].flatMap((id) => {
    const [was, is] = [before.governed.get(id), after.governed.get(id)]
    if (was?.value === is?.value) return []
    const quiz = after.quizzes.get(was?.place ?? is?.place ?? '')
    const lawful = quiz !== undefined && actors.some(({ person, group, manages }) => group === quiz.group && (manages || quiz.managers.includes(person)))
    return lawful ? [] : [`${id} was changed by nobody who manages its channel: ${was?.value ?? 'nothing'} → ${is?.value ?? 'nothing'}`]
  })
}

function linkProblems(before: Seen, after: Seen, actors: readonly Actor[]): string[] {
  const made = [...after.links].filter(([name, { taker }]) => !before.links.has(name) && !actors.some(({ person }) => person === taker))
  const ended = [...before.links].filter(([name, { giver, taker }]) => !after.links.has(name) && !actors.some(({ person }) => person === giver || person === taker))
  return [...made, ...ended].map(([name, { giver, taker }]) => `the link ${name} of ${giver} and ${taker} was made or taken apart by somebody else`)
}
