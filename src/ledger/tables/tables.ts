// All tables of a ledger. Parts take from here those that they need.
import type { Caches } from './caches.ts'
import { openAccountsTable, type AccountsTable } from './accounts.ts'
import { openAwayTable, type AwayTable } from './away.ts'
import { openAnswersTable, type AnswersTable } from './answers.ts'
import { openAskedNow, type AskedNow } from './asked-now.ts'
import { openAskedRounds, type AskedRounds } from './asked-rounds.ts'
import { openClosedRounds, type ClosedRounds } from './closed-rounds.ts'
import { openCorrectionsTable, type CorrectionsTable } from './corrections.ts'
import { openCourseCorrectionsTable, type CourseCorrectionsTable } from './course-corrections.ts'
import { openContentsTable, type ContentsTable } from './contents.ts'
import { openDaysOffTable, type DaysOffTable } from './days-off.ts'
import { openDossiers, type Dossiers } from './dossiers.ts'
import { openDutyReviewsTable, type DutyReviewsTable } from './duty-reviews.ts'
import { openEventsTable, type EventsTable } from './events.ts'
import { eachInTurn, type Each } from './each.ts'
import { openFinalBoardsTable, type FinalBoardsTable } from './final-boards.ts'
import { openGroupsTable, type GroupsTable } from './groups.ts'
import { openGroupsOfUser, type GroupsOfUser } from './groups-of-user.ts'
import { openHeldDaysTable, type HeldDaysTable } from './held-days.ts'
import { openLinksTable, type LinksTable } from './links.ts'
import { openMembersTable, type MembersTable } from './members.ts'
import { openMemoriesTable, type MemoriesTable } from './memories.ts'
import { openNudgesTable, type NudgesTable } from './nudges.ts'
import { openOccurrences, type Occurrences } from './occurrences.ts'
import { openPeopleTable, type PeopleTable } from './people.ts'
import { openPlaceMoves, type PlaceMoves } from './place-moves.ts'
import { openPlacesTable, type PlacesTable } from './places.ts'
import { openQuizzesTable, type QuizzesTable } from './quizzes.ts'
import { openRecapsTable, type RecapsTable } from './recaps.ts'
import { openRemindersTable, type RemindersTable } from './reminders.ts'
import { openReportsTable, type ReportsTable } from './reports.ts'
import { openRemovalsTable, type RemovalsTable } from './removals.ts'
import { openOldKeys, type OldKeys } from './old-keys.ts'
import { openRoundChanges, type RoundChanges } from './round-changes.ts'
import { openRoundLists, type RoundLists } from './round-lists.ts'
import { roundReader } from './round-row.ts'
import { openRoundsTable, type RoundsTable } from './rounds.ts'
import { openSeasonsTable, type SeasonsTable } from './seasons.ts'
import { openSessionsTable, type SessionsTable } from './sessions.ts'
import { openShareCodesTable, type ShareCodesTable } from './share-codes.ts'
import { openSharedAnswers, type SharedAnswers } from './shared-answers.ts'
import { openSharedChannelsTable, type SharedChannelsTable } from './shared-channels.ts'
import { openSharedScores, type SharedScores } from './shared-scores.ts'
import { openShownCounts, type ShownCounts } from './shown-counts.ts'
import { openScoreSums, type ScoreSums } from './score-sums.ts'
import { openScoresTable, type ScoresTable } from './scores.ts'
import type { ReadAhead, Statements } from './statements.ts'
import { openUntoldTable, type UntoldTable } from './untold.ts'
import { openStandings, type Standings } from './standings.ts'
import { openStudyLogTable, type StudyLogTable } from './study-log.ts'
import { openTeamDecksTable, type TeamDecksTable } from './team-decks.ts'
import { openTeamQuestionsTable, type TeamQuestionsTable } from './team-questions.ts'
import { openThreadsTable, type ThreadsTable } from './threads.ts'
import { openTeamsTable, type TeamsTable } from './teams.ts'
import { openTicksTable, type TicksTable } from './ticks.ts'
import { openTraces, type Traces } from './traces.ts'
import { openWeeklyTable, type WeeklyTable } from './weekly-recaps.ts'

export type Tables = {
  readonly each: Each
  readonly groups: GroupsTable
  readonly places: PlacesTable
  readonly placeMoves: PlaceMoves
  readonly quizzes: QuizzesTable
  readonly contents: ContentsTable
  readonly rounds: RoundsTable
  readonly corrections: CorrectionsTable
  readonly courseCorrections: CourseCorrectionsTable
  readonly roundLists: RoundLists
  readonly askedRounds: AskedRounds
  readonly closedRounds: ClosedRounds
  readonly untold: UntoldTable
  readonly roundChanges: RoundChanges
  readonly oldKeys: OldKeys
  readonly askedNow: AskedNow
  readonly heldDays: HeldDaysTable
  readonly daysOff: DaysOffTable
  readonly away: AwayTable
  readonly shownCounts: ShownCounts
  readonly recaps: RecapsTable
  readonly weekly: WeeklyTable
  readonly threads: ThreadsTable
  readonly answers: AnswersTable
  readonly occurrences: Occurrences
  readonly sharedChannels: SharedChannelsTable
  readonly sharedScores: SharedScores
  readonly sharedAnswers: SharedAnswers
  readonly shareCodes: ShareCodesTable
  readonly accounts: AccountsTable
  readonly people: PeopleTable
  readonly links: LinksTable
  readonly groupsOfUser: GroupsOfUser
  readonly members: MembersTable
  readonly seasons: SeasonsTable
  readonly teams: TeamsTable
  readonly finalBoards: FinalBoardsTable
  readonly scores: ScoresTable
  readonly scoreSums: ScoreSums
  readonly standings: Standings
  readonly events: EventsTable
  readonly removals: RemovalsTable
  readonly sessions: SessionsTable
  readonly studyLog: StudyLogTable
  readonly memories: MemoriesTable
  readonly reminders: RemindersTable
  readonly nudges: NudgesTable
  readonly ticks: TicksTable
  readonly dutyReviews: DutyReviewsTable
  readonly reports: ReportsTable
  readonly teamQuestions: TeamQuestionsTable
  readonly teamDecks: TeamDecksTable
  readonly traces: Traces
  readonly dossiers: Dossiers
  readonly readAhead: ReadAhead
}

export function openTables(db: Statements, caches: Caches, each: Each = eachInTurn): Tables {
  const groups = openGroupsTable(db, caches)
  const places = openPlacesTable(db, caches)
  const accounts = openAccountsTable(db, caches)
  const heldDays = openHeldDaysTable(db, caches)
  const askedNow = openAskedNow(db, caches)
  const contents = openContentsTable(db, caches)
  const storedRound = roundReader(contents)
  const away = openAwayTable(db, caches)
  const traces = openTraces(db)
  const answers = openAnswersTable(db)
  const seasons = openSeasonsTable(db)
  const occurrences = openOccurrences(db, storedRound, answers)
  const sharedChannels = openSharedChannelsTable(db, caches)
  return {
    each,
    groups,
    places,
    placeMoves: openPlaceMoves(db, caches),
    quizzes: openQuizzesTable(db, groups, places),
    askedRounds: openAskedRounds(db),
    closedRounds: openClosedRounds(db, occurrences),
    untold: openUntoldTable(db, storedRound),
    contents,
    rounds: openRoundsTable(db, caches, { groups, places, heldDays, askedNow, contents }),
    corrections: openCorrectionsTable(db, contents),
    courseCorrections: openCourseCorrectionsTable(db, contents),
    roundLists: openRoundLists(db, storedRound),
    roundChanges: openRoundChanges(db, storedRound, contents),
    oldKeys: openOldKeys(db, storedRound, contents),
    askedNow,
    heldDays,
    daysOff: openDaysOffTable(db, heldDays),
    away,
    shownCounts: openShownCounts(db, storedRound),
    recaps: openRecapsTable(db, storedRound),
    weekly: openWeeklyTable(db),
    threads: openThreadsTable(db, storedRound),
    answers,
    occurrences,
    sharedChannels,
    sharedScores: openSharedScores(db, sharedChannels),
    sharedAnswers: openSharedAnswers(db),
    shareCodes: openShareCodesTable(db),
    accounts,
    links: openLinksTable(db, caches),
    people: openPeopleTable(db, caches, { groups, accounts, askedNow, traces }),
    groupsOfUser: openGroupsOfUser(db),
    members: openMembersTable(db),
    seasons,
    teams: openTeamsTable(db),
    finalBoards: openFinalBoardsTable(db),
    scores: openScoresTable(db, caches, seasons),
    scoreSums: openScoreSums(db),
    standings: openStandings(db),
    events: openEventsTable(db, places),
    removals: openRemovalsTable(db),
    sessions: openSessionsTable(db, caches),
    studyLog: openStudyLogTable(db, caches),
    memories: openMemoriesTable(db),
    reminders: openRemindersTable(db, away),
    nudges: openNudgesTable(db),
    ticks: openTicksTable(db),
    dutyReviews: openDutyReviewsTable(db),
    reports: openReportsTable(db),
    teamQuestions: openTeamQuestionsTable(db),
    teamDecks: openTeamDecksTable(db),
    traces,
    dossiers: openDossiers(db),
    readAhead: db.readAhead ?? (() => undefined),
  }
}
