// The ledger in one SQLite file: opens the file and puts the parts of the port together.
// In SQL, a parameter beside a join, an ORDER BY or a LIMIT is written `+?`: with a bare one, SQLite compiles the statement again each
// time it is bound, which takes ten times as long as running it (tests/ledger/statements.test.ts).
import type { LedgerMeasures } from '../../core/measures.ts'
import type { Ledger } from '../ledger.ts'
import { openAbsences } from './absences.ts'
import { openAnswers } from './answers.ts'
import { openBoards } from './boards.ts'
import { openClosing } from './closing.ts'
import { openCorrections } from './corrections.ts'
import { openCourseCorrections } from './course-corrections.ts'
import { openCourses } from './courses.ts'
import { openCounts } from './counts.ts'
import { openDelivery } from './delivery.ts'
import { openDuties } from './duties.ts'
import { openCaches } from './file/cache.ts'
import { compiledWhenUsed } from './file/compiled-when-used.ts'
import { openCommitQueue } from './file/commit-queue.ts'
import { explainError } from './file/explain-error.ts'
import { createGuard, type Guard } from './file/guard.ts'
import { openDatabase, type OpenDatabase, type OpenOptions } from './file/open-database.ts'
import { openExporting } from './exporting.ts'
import { openFinalBoards } from './final-boards.ts'
import { openForgetting } from './forgetting.ts'
import { openGroups } from './groups.ts'
import { openInsight } from './insight.ts'
import { openLinks } from './links.ts'
import { openMemories } from './memories.ts'
import { openNews } from './news.ts'
import { openNudges } from './nudges.ts'
import { openPeople } from './people.ts'
import { openQuizzes } from './quizzes.ts'
import { openRecaps } from './recaps.ts'
import { openReminders } from './reminders.ts'
import { openReports } from './reports.ts'
import { openRounds } from './rounds.ts'
import { openSeasons } from './seasons.ts'
import { openSessions } from './sessions.ts'
import { openSharing } from './sharing.ts'
import { openTables } from './tables/tables.ts'
import { openTeamDecks } from './team-decks.ts'
import { openTeamQuestions } from './team-questions.ts'
import { openThreads } from './threads.ts'
import { openTeams } from './teams.ts'
import { openTicks } from './ticks.ts'
import { openUpkeep } from './upkeep.ts'
import { openWeekly } from './weekly.ts'

/**
 * Opens the ledger; makes the file if there is none. `:memory:` keeps nothing.
 * Fails with a {@link LedgerError} that says what to do.
 */
export async function openLedger(file: string, options: OpenOptions = {}, measures?: LedgerMeasures): Promise<Ledger> {
  return ledgerOn(openDatabase(file, options), measures)
}

export function ledgerOn({ db, salt, unsure, file }: OpenDatabase, measures?: LedgerMeasures): Ledger {
  const caches = openCaches()
  const tables = openTables(compiledWhenUsed(db), caches)
  const queue = openCommitQueue(db, caches.clear, (error) => explainError(error, file?.path ?? ':memory:'), measures)
  const guard = file === null ? unguarded : createGuard({ db, file, queue })
  queue.watch(guard)
  const away = { unsure }
  let closing: Promise<void> | undefined
  return {
    quizzes: openQuizzes(queue, tables),
    groups: openGroups(queue, tables),
    installations: loadedWhenUsed(async () => (await import('./installations.ts')).openInstallations(compiledWhenUsed(db), queue)),
    sharing: openSharing(queue, tables),
    delivery: openDelivery(queue, tables, { salt, away }),
    news: openNews(queue, tables),
    closing: openClosing(queue, tables),
    answers: openAnswers(queue, tables),
    corrections: openCorrections(queue, tables),
    courseCorrections: openCourseCorrections(queue, tables),
    courses: openCourses(compiledWhenUsed(db), queue, tables),
    counts: openCounts(queue, tables),
    rounds: openRounds(queue, tables),
    boards: openBoards(queue, tables),
    seasons: openSeasons(queue, tables),
    teams: openTeams(queue, tables),
    finalBoards: openFinalBoards(queue, tables),
    recaps: openRecaps(queue, tables),
    weekly: openWeekly(queue, tables),
    threads: openThreads(queue, tables),
    insight: openInsight(queue, tables),
    people: openPeople(queue, tables),
    links: openLinks(queue, tables),
    forgetting: openForgetting(compiledWhenUsed(db), queue, tables, caches),
    exporting: openExporting(queue, tables),
    sessions: openSessions(queue, tables),
    memories: openMemories(queue, tables),
    reminders: openReminders(queue, tables),
    reports: openReports(queue, tables),
    nudges: openNudges(queue, tables),
    ticks: openTicks(queue, tables),
    duties: openDuties(queue, tables),
    absences: openAbsences(queue, tables),
    teamQuestions: openTeamQuestions(queue, tables),
    teamDecks: openTeamDecks(queue, tables),
    upkeep: openUpkeep(db, queue, tables, { file: file?.path ?? null, away, guard }),
    close: () => (closing ??= close()),
  }

  async function close(): Promise<void> {
    const { fault, mayClose } = await guard.end()
    queue.end()
    if (mayClose) db.close()
    guard.release()
    file?.lock.release()
    if (fault !== undefined) throw fault
  }
}

/** A part that most bots never use. Its methods wait for it to be loaded. */
function loadedWhenUsed<Part extends object>(load: () => Promise<Part>): Part {
  let loaded: Promise<Part> | undefined
  const call = async (name: string | symbol, args: readonly unknown[]): Promise<unknown> => {
    const part = await (loaded ??= load())
    return Reflect.apply(Reflect.get(part, name) as (...args: readonly unknown[]) => unknown, part, args)
  }
  // What has a method `then` is taken for a promise wherever it's awaited.
  return new Proxy({} as Part, { get: (_, name) => (name === 'then' ? undefined : (...args: readonly unknown[]) => call(name, args)) })
}

/** Of a ledger in memory. */
const unguarded: Guard = {
  check: () => undefined,
  wrote: () => {},
  writing: (work) => work(),
  beat: (_, save) => save(),
  end: async () => ({ fault: undefined, mayClose: true }),
  release: () => {},
}
