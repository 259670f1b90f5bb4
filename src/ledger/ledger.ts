// The port to what must not be lost, one part for each of its users. Every method is one whole transaction, and durable when its
// promise is fulfilled. Decisions are functions of core/ that an engine applies inside the transaction: load, decide, save.
import type { Absences } from './absences.ts'
import type { Answers } from './answers.ts'
import type { Boards } from './boards.ts'
import type { Closing } from './closing.ts'
import type { Corrections } from './corrections.ts'
import type { CourseCorrections } from './course-corrections.ts'
import type { LedgerCourses } from './courses.ts'
import type { Counts } from './counts.ts'
import type { Delivery } from './delivery.ts'
import type { Duties } from './duties.ts'
import type { Exporting } from './exporting.ts'
import type { FinalBoards } from './final-boards.ts'
import type { Forgetting } from './forgetting.ts'
import type { Groups } from './groups.ts'
import type { Insight } from './insight.ts'
import type { Installations } from './installations.ts'
import type { Links } from './links.ts'
import type { Memories } from './memories.ts'
import type { News } from './news.ts'
import type { Nudges } from './nudges.ts'
import type { People } from './people.ts'
import type { Quizzes } from './quizzes.ts'
import type { Recaps } from './recaps.ts'
import type { Reminders } from './reminders.ts'
import type { Reports } from './reports.ts'
import type { Rounds } from './rounds.ts'
import type { Seasons } from './seasons.ts'
import type { Sessions } from './sessions.ts'
import type { Sharing } from './sharing.ts'
import type { TeamDecks } from './team-decks.ts'
import type { TeamQuestions } from './team-questions.ts'
import type { Threads } from './threads.ts'
import type { Teams } from './teams.ts'
import type { Ticks } from './ticks.ts'
import type { Upkeep } from './upkeep.ts'
import type { Weekly } from './weekly.ts'

export type Ledger = {
  readonly quizzes: Quizzes
  readonly groups: Groups
  readonly installations: Installations
  readonly sharing: Sharing
  readonly delivery: Delivery
  readonly news: News
  readonly closing: Closing
  readonly answers: Answers
  readonly corrections: Corrections
  readonly courseCorrections: CourseCorrections
  readonly courses: LedgerCourses
  readonly counts: Counts
  readonly rounds: Rounds
  readonly boards: Boards
  readonly seasons: Seasons
  readonly teams: Teams
  readonly finalBoards: FinalBoards
  readonly recaps: Recaps
  readonly weekly: Weekly
  readonly threads: Threads
  readonly insight: Insight
  readonly people: People
  readonly links: Links
  readonly forgetting: Forgetting
  readonly exporting: Exporting
  readonly sessions: Sessions
  readonly memories: Memories
  readonly reminders: Reminders
  readonly reports: Reports
  readonly nudges: Nudges
  readonly ticks: Ticks
  readonly duties: Duties
  readonly absences: Absences
  readonly teamQuestions: TeamQuestions
  readonly teamDecks: TeamDecks
  readonly upkeep: Upkeep
  close(): Promise<void>
}
