// What holds of every ledger, whatever engine keeps it: one suite for each part of the port.
import type { Ledger } from '../../src/ledger/ledger.ts'
import { absencesContract } from './contract/absences.ts'
import { aliasesContract } from './contract/aliases.ts'
import { answersContract } from './contract/answers.ts'
import { boardsContract } from './contract/boards.ts'
import { closingContract } from './contract/closing.ts'
import { correctionsContract } from './contract/corrections.ts'
import { courseCorrectionsContract } from './contract/course-corrections.ts'
import { coursesContract } from './contract/courses.ts'
import { countsContract } from './contract/counts.ts'
import { deliveryContract } from './contract/delivery.ts'
import { dutiesContract } from './contract/duties.ts'
import { exportingContract } from './contract/exporting.ts'
import { finalBoardsContract } from './contract/final-boards.ts'
import { forgettingContract } from './contract/forgetting.ts'
import { foundPostsContract } from './contract/found-posts.ts'
import { groupsContract } from './contract/groups.ts'
import { lateAnswersContract } from './contract/late-answers.ts'
import { insightContract } from './contract/insight.ts'
import { installationsContract } from './contract/installations.ts'
import { linksContract } from './contract/links.ts'
import { memoriesContract } from './contract/memories.ts'
import { movesContract } from './contract/moves.ts'
import type { OpenLedger } from './contract/new-worlds.ts'
import { newsContract } from './contract/news.ts'
import { oneUserContract } from './contract/one-user.ts'
import { nudgesContract } from './contract/nudges.ts'
import { peopleContract } from './contract/people.ts'
import { quizzesContract } from './contract/quizzes.ts'
import { recapsContract } from './contract/recaps.ts'
import { remindersContract } from './contract/reminders.ts'
import { reportsContract } from './contract/reports.ts'
import { retiringContract } from './contract/retiring.ts'
import { roundsContract } from './contract/rounds.ts'
import { seasonsContract } from './contract/seasons.ts'
import { sessionsContract } from './contract/sessions.ts'
import { sharedNamesContract } from './contract/shared-names.ts'
import { sharingContract } from './contract/sharing.ts'
import { teamDecksContract } from './contract/team-decks.ts'
import { teamQuestionsContract } from './contract/team-questions.ts'
import { threadsContract } from './contract/threads.ts'
import { teamsContract } from './contract/teams.ts'
import { ticksContract } from './contract/ticks.ts'
import { unknownNamesContract } from './contract/unknown-names.ts'
import { upkeepContract } from './contract/upkeep.ts'
import { weeklyContract } from './contract/weekly.ts'

const suites = {
  quizzes: (openLedger) => {
    quizzesContract(openLedger)
    movesContract(openLedger)
    retiringContract(openLedger)
  },
  groups: groupsContract,
  installations: installationsContract,
  sharing: (openLedger) => {
    sharingContract(openLedger)
    sharedNamesContract(openLedger)
  },
  delivery: (openLedger) => {
    deliveryContract(openLedger)
    foundPostsContract(openLedger)
  },
  news: newsContract,
  closing: closingContract,
  answers: (openLedger) => {
    answersContract(openLedger)
    lateAnswersContract(openLedger)
  },
  corrections: correctionsContract,
  courseCorrections: courseCorrectionsContract,
  courses: coursesContract,
  counts: countsContract,
  rounds: roundsContract,
  boards: boardsContract,
  seasons: seasonsContract,
  teams: teamsContract,
  finalBoards: finalBoardsContract,
  recaps: recapsContract,
  weekly: weeklyContract,
  threads: threadsContract,
  insight: insightContract,
  people: (openLedger) => {
    peopleContract(openLedger)
    aliasesContract(openLedger)
    oneUserContract(openLedger)
  },
  links: linksContract,
  exporting: exportingContract,
  forgetting: forgettingContract,
  sessions: sessionsContract,
  memories: memoriesContract,
  reminders: remindersContract,
  reports: reportsContract,
  nudges: nudgesContract,
  ticks: ticksContract,
  duties: dutiesContract,
  absences: absencesContract,
  teamDecks: teamDecksContract,
  teamQuestions: teamQuestionsContract,
  upkeep: upkeepContract,
} satisfies Record<Exclude<keyof Ledger, 'close'>, (openLedger: OpenLedger) => void>

export type PartName = keyof typeof suites

/** @param parts all by default */
export function ledgerContract(openLedger: OpenLedger, parts?: readonly PartName[]): void {
  for (const name of parts ?? (Object.keys(suites) as PartName[])) suites[name](openLedger)
  if (parts === undefined) unknownNamesContract(openLedger)
}
