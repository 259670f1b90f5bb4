// All parts of the port but upkeep, on the tables of either engine.
import type { Jobs } from '../jobs.ts'
import type { Ledger } from '../ledger.ts'
import type { Statements } from '../tables/statements.ts'
import type { Unsure } from '../upkeep.ts'
import { openAbsences } from './absences.ts'
import { openAnswers } from './answers.ts'
import { openBoards } from './boards.ts'
import { openClosing } from './closing.ts'
import { openCorrections } from './corrections.ts'
import { openCounts } from './counts.ts'
import { openCourseCorrections } from './course-corrections.ts'
import { openCourses } from './courses.ts'
import { openDelivery } from './delivery.ts'
import { openDuties } from './duties.ts'
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
import { openTeamDecks } from './team-decks.ts'
import { openTeamQuestions } from './team-questions.ts'
import { openTeams } from './teams.ts'
import { openThreads } from './threads.ts'
import { openTicks } from './ticks.ts'
import { openWeekly } from './weekly.ts'
import type { Caches } from '../tables/caches.ts'
import type { Tables } from '../tables/tables.ts'

type Nature = {
  readonly caches: Pick<Caches, 'clear'>
  readonly salt: string
  readonly away: { readonly unsure: Unsure }
}

export function openParts(db: Statements, queue: Jobs, tables: Tables, { caches, salt, away }: Nature): Omit<Ledger, 'upkeep' | 'close'> {
  return {
    quizzes: openQuizzes(queue, tables),
    groups: openGroups(queue, tables),
    installations: loadedWhenUsed(async () => (await import('./installations.ts')).openInstallations(db, queue)),
    sharing: openSharing(queue, tables),
    delivery: openDelivery(queue, tables, { salt, away }),
    news: openNews(queue, tables),
    closing: openClosing(queue, tables),
    answers: openAnswers(queue, tables),
    corrections: openCorrections(queue, tables),
    courseCorrections: openCourseCorrections(queue, tables),
    courses: openCourses(db, queue, tables),
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
    forgetting: openForgetting(db, queue, tables, caches),
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
