// The state of a channel's quiz: its settings, when the next question comes, and what became of the last ones.
import { hereMention, type MentionId, type Quiz, type RecapSetting } from '../../core/quiz.ts'
import type { QuestionChange } from '../../core/question-change.ts'
import { isExtra, type Round, type RoundId } from '../../core/round.ts'
import { comingDaysOff } from '../../core/days-off.ts'
import { localDate, type Instant, type LocalDate } from '../../core/time.ts'
import type { Courses } from '../../course/courses.ts'
import { titleOfTopic } from '../../course/topic-of.ts'
import { dayOffLine, nextHoliday, regionLine, shortDate } from '../../screens/dates.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, moment, type Inline, type Text } from '../../screens/text.ts'
import { isNextSkipped, laterSkip } from '../../screens/when-next.ts'
import { courseFacts, type CourseState } from './course-facts.ts'
import { nextLine, offInNextLine } from './next-line.ts'
import { daysLine, feedbackLines, hourLine, joined, openLine } from './settings-words.ts'
import { stepOf } from './step-of.ts'

export type SettingsView = CourseState & {
  readonly quiz: Quiz
  /** Titles of the chosen topics; empty: all. */
  readonly topics: readonly string[]
  /** Names of the managers. */
  readonly managers: readonly Inline[]
  readonly today: LocalDate
}

/** What became of an open question: the course has changed, or somebody has corrected it. */
export type SinceAsked = QuestionChange | 'voided' | 'regraded'

/** A recap of a week, a final board, a review of duties, or the thread under a question. */
export type Missing = { readonly what: 'recap' | 'board' | 'review' | 'thread'; readonly why: string }

export type StatusView = SettingsView & {
  /** Newest first. */
  readonly rounds: readonly Round[]
  /** Of the open ones. */
  readonly changes: ReadonlyMap<RoundId, SinceAsked>
  /** The channels that share the question with this one. */
  readonly others?: readonly Text[]
  /** Whether the asker may change it. */
  readonly mayManage: boolean
  /** What no manager has heard of yet, for a manager. */
  readonly unheard?: readonly Block[]
  /** What else could not be posted the last time, for a manager. */
  readonly missing?: readonly Missing[]
  /** Past questions with another answer in the course by now, for a manager. */
  readonly oldKeys?: readonly Pick<Round, 'day'>[]
}

/** What a status and the settings show of a quiz. */
export function settingsView(quiz: Quiz, courses: Pick<Courses, 'all' | 'alone' | 'at' | 'has'>, now: Instant): SettingsView {
  return {
    quiz,
    courses: courses.alone ? [] : quiz.courses.map((number) => courses.at(number).course.title),
    choices: courses.alone ? [] : courses.all.map(({ course }) => course.id),
    lacking: quiz.courses.filter((number) => !courses.has(number)).map((number) => courses.at(number).course.id),
    topics: quiz.topics.map((id) => titleOfTopic(courses, id)),
    managers: quiz.managers.map((id) => ({ kind: 'person', id, name: '' })),
    today: localDate(now, quiz.zone),
  }
}

export function statusScreen(view: StatusView): Screen {
  const latest = view.rounds.find((round) => !isExtra(round)) ?? view.rounds.find(({ state }) => state !== 'failed')
  const extras = view.rounds.filter((round) => isExtra(round) && round !== latest && isUnderWay(round)).slice(0, extrasShown)
  const lost = view.rounds.slice(0, lostLookedFor).find((round) => round.reason !== null)
  const blocks: Block[] = [
    ...(view.unheard ?? []),
    {
      kind: 'facts',
      facts: [
        { label: 'Next question', value: nextLine(view) },
        ...courseFacts(view, view.quiz.zone),
        { label: 'Latest question', value: latest === undefined ? ['None yet'] : roundLine(latest, view.rounds) },
        ...(latest === undefined ? [] : changedFacts(latest, view)),
        ...extras.flatMap((extra) => [{ label: 'Extra question', value: roundLine(extra) }, ...changedFacts(extra, view)]),
        ...(lost === undefined || lost === latest ? [] : [lostFact(lost, view.rounds)]),
        ...missingFacts(view),
        ...oldKeysFact(view),
        ...daysOffFacts(view),
        ...sharedFacts(view),
      ],
    },
    { kind: 'facts', facts: settingsFacts(view) },
  ]
  if (view.mayManage) blocks.push({ kind: 'footnote', text: ['To make changes: ', ...joined(steps(view.quiz).map(command))] })
  return { name: 'status', title: 'Daily question in this channel', tone: latest?.state === 'failed' || (view.lacking ?? []).length > 0 ? 'warning' : 'plain', blocks }
}

function oldKeysFact({ oldKeys: [first, ...others] = [] }: Pick<StatusView, 'oldKeys'>): readonly Fact[] {
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` and ${others.length} before it`
  return [{ label: 'Old answers', value: [`the course now has another answer for the question of ${shortDate(first.day)}${more}. To judge it again: `, command(`correct ${first.day}`)] }]
}

const missingFacts = ({ missing = [] }: Pick<StatusView, 'missing'>): readonly Fact[] => missing.map(({ what, why }) => ({ label: missingLabels[what], value: [why] }))

const missingLabels: Readonly<Record<Missing['what'], string>> = { recap: 'No weekly recap', board: 'No final leaderboard', review: 'No review', thread: 'No thread' }

/** More are behind a command. */
const daysOffShown = 3

function daysOffFacts({ quiz, today }: Pick<StatusView, 'quiz' | 'today'>): readonly Fact[] {
  const named = offInNextLine({ quiz, today })
  const own = comingDaysOff(quiz, today).filter((each) => each.kind === 'off' && !named.includes(each))
  const more = own.length - daysOffShown
  const lines = own.slice(0, daysOffShown).map(dayOffLine).join(' · ')
  return own.length === 0 ? [] : [{ label: 'Days off', value: more > 0 ? [`${lines} · ${more} more: `, command('off')] : [lines] }]
}

function sharedFacts({ others = [] }: Pick<StatusView, 'others'>): readonly Fact[] {
  if (others.length === 0) return []
  const names = others.slice(0, othersShown).flatMap((name, index): Text => [...(index === 0 ? [] : [', ']), ...name])
  const more = others.length > othersShown ? [`, ${others.length - othersShown} more`] : []
  return [{ label: 'Shared with', value: [...names, ...more, ' · ', command('share')] }]
}

const othersShown = 3

/** Rounds back from the latest: what was not posted before is no longer shown. */
const lostLookedFor = 10

type Fact = { readonly label: string; readonly value: Text }

/** More open at once is a mistake of somebody's. */
const extrasShown = 3

/** Stands below the line of an open question. Without the right answer: whoever hasn't answered reads this too. */
function changedFacts(round: Round, { changes, mayManage }: Pick<StatusView, 'changes' | 'mayManage'>): readonly Fact[] {
  const change = round.state === 'open' ? changes.get(round.id) : undefined
  const label = (what: string) => (isExtra(round) ? `Extra question ${what}` : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} since`)
  const details: Text = mayManage ? [' For details: ', command(`correct ${round.day}`)] : []
  const kept = 'This post and its answer stay as they are.'
  switch (change) {
    case 'removed':
      return [{ label: label('removed'), value: [`the course no longer has this question. ${kept}`] }]
    case 'new-key':
    case 'reworded':
      return [{ label: label('changed'), value: [`the course has a new version of this question. ${kept}`] }]
    case 'voided':
      return [{ label: label('corrected'), value: ['this question doesn’t count.', ...details] }]
    case 'regraded':
      return [{ label: label('corrected'), value: ['this question has a different right answer.', ...details] }]
    case 'none':
    case undefined:
      return []
  }
}

const isUnderWay = ({ state }: Round) => state === 'open' || state === 'claimed' || state === 'sending'

function lostFact(round: Round, rounds: readonly Round[]): Fact {
  if (isExtra(round) && round.state === 'failed') return { label: 'Latest extra question', value: roundLine(round) }
  return { label: round.state === 'closed' ? 'Not shown' : 'Not posted', value: roundLine(round, rounds) }
}

/** What a manager can do from here; what is so already is not offered. */
function steps(quiz: Quiz): readonly string[] {
  const step = stepOf(quiz) ?? []
  if (quiz.follows !== undefined) return ['settings', step, 'share', 'managers'].flat()
  return ['settings', 'off', step, isNextSkipped(quiz) || laterSkip(quiz) !== undefined ? 'skip undo' : 'skip', 'now', 'managers'].flat()
}

/** @param rounds newest first: where the round was lost, those lost right before it are in its line */
function roundLine(round: Round, rounds: readonly Round[] = []): Text {
  const when = moment(round.openedAt ?? round.dueAt, round.zone)
  switch (round.state) {
    case 'open':
      return ['open since ', when, ', closes ', moment(round.closesAt, round.zone)]
    case 'closed':
      return [
        when,
        ', closed ',
        moment(round.closedAt ?? round.closesAt, round.zone),
        ...(round.reason === null ? [] : ['. The answer couldn’t be shown: ', round.reason]),
      ]
    case 'claimed':
    case 'sending':
      return ['due ', when, ', being posted', ...(round.reason === null ? [] : [`. It’s waiting: ${round.reason}`])]
    case 'failed':
    case 'missed':
    case 'skipped':
      return ['due ', ...dueLine(round, rounds), `, ${strongState[round.state]}: `, round.reason ?? 'no reason was recorded']
  }
}

function dueLine(round: Round, rounds: readonly Round[]): Text {
  const first = isLost(round) && !isExtra(round) ? firstOfSeries(round, rounds) : round
  const until = round.missedUntil ?? round.dueAt
  return first.dueAt === until ? [moment(until, round.zone)] : [moment(first.dueAt, first.zone, 'date'), ' to ', moment(until, round.zone, 'date')]
}

/** The earliest daily round that was lost, where none was posted or skipped between it and this one. */
function firstOfSeries(round: Round, rounds: readonly Round[]): Round {
  const earlier = rounds.slice(rounds.indexOf(round) + 1).filter((each) => !isExtra(each))
  const end = earlier.findIndex((each) => !isLost(each))
  return (end < 0 ? earlier : earlier.slice(0, end)).at(-1) ?? round
}

const isLost = ({ state }: Round): boolean => state === 'failed' || state === 'missed'

const strongState = { failed: 'not posted', missed: 'missed', skipped: 'skipped' } as const

export function settingsFacts(view: SettingsView): { label: string; value: Text }[] {
  const { quiz, courses = [] } = view
  return [
    { label: 'Posted', value: [`${quiz.time}, ${daysLine(quiz.days)}, ${quiz.zone}`] },
    ...(courses.length === 0 ? [] : [{ label: courses.length === 1 ? 'Course' : 'Courses', value: [topicsLine(courses)] }]),
    { label: 'Open', value: [openLine(quiz.openMinutes)] },
    { label: 'Explanation', value: [feedbackLines[quiz.feedback]] },
    { label: 'Topics', value: [topicsLine(view.topics)] },
    { label: 'Study day', value: [`From ${hourLine(quiz.rolloverHour)}`] },
    { label: 'Result', value: [recapLine[quiz.recap]] },
    ...(quiz.weekly ? [{ label: 'Weekly recap', value: ['On'] }] : []),
    ...(quiz.thread ? [{ label: 'Thread', value: [quiz.feedback === 'at-close' ? 'Under each question, at its close' : 'Under each question'] }] : []),
    ...(quiz.holidays === null ? [] : [{ label: 'Public holidays', value: [holidaysLine(quiz, quiz.holidays)] }]),
    ...(quiz.mention === null ? [] : [{ label: 'Pings', value: [pinged(quiz.mention)] }]),
    { label: 'Managers', value: managersLine(view.managers) },
  ]
}

/** More would push the rest off a phone’s screen; the form has all of them. */
const [topicsShown, managersShown] = [3, 5]

function topicsLine(topics: readonly string[]): string {
  if (topics.length === 0) return 'All'
  const more = topics.length - topicsShown
  return [...topics.slice(0, topicsShown), ...(more > 0 ? [`${more} more`] : [])].join(' · ')
}

function managersLine(managers: readonly Inline[]): Text {
  if (managers.length === 0) return ['Owners and admins']
  const more = managers.length - managersShown
  return [...joined(managers.slice(0, managersShown)), ...(more > 0 ? [`, ${more} more`] : []), ', and owners and admins']
}

function holidaysLine(quiz: Quiz, region: string): string {
  const next = nextHoliday(quiz, quiz.lastDate ?? quiz.nextDate)
  return next === undefined ? regionLine(region) : `${regionLine(region)}, next: ${next.name}, ${shortDate(next.from)}`
}

const recapLine: Readonly<Record<RecapSetting, string>> = { next: 'On top of the next question', thread: 'As a reply to the question', off: 'Only in the post itself' }

/** Nobody is pinged by a private screen, so @here is only named. */
const pinged = (id: MentionId): Inline => (id === hereMention ? '@here' : { kind: 'mention', id })
