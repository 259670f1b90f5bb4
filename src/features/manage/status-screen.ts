// The state of a channel's quiz: its settings, when the next question comes, and what became of the last ones.
import { nextHeld } from '../../core/manage.ts'
import { hereMention, type MentionId, type Quiz, type RecapSetting } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { Weekday } from '../../core/schedule.ts'
import { canBeRead } from '../../core/time.ts'
import type { Course } from '../../course/course.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Inline, type Text } from '../../screens/text.ts'
import { isNextSkipped, skippedLine, withoutZone } from '../../screens/when-next.ts'

export type SettingsView = {
  readonly quiz: Quiz
  /** Titles of the chosen topics; empty: all. */
  readonly topics: readonly string[]
  /** Names of the managers. */
  readonly managers: readonly Inline[]
}

export type StatusView = SettingsView & {
  /** Newest first. */
  readonly rounds: readonly Round[]
  /** Whether the asker may change it. */
  readonly mayManage: boolean
}

/** What a status and the settings show of a quiz. */
export function settingsView(quiz: Quiz, course: Pick<Course, 'byId'>): SettingsView {
  return {
    quiz,
    topics: quiz.topics.map((id) => course.byId.topics.get(id)?.title ?? id),
    managers: quiz.managers.map((id) => ({ kind: 'person', id, name: '' })),
  }
}

export function statusScreen(view: StatusView): Screen {
  const last = view.rounds[0]
  const lost = view.rounds.find((round) => round.reason !== null)
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        { label: 'Next question', value: nextLine(view.quiz) },
        { label: 'Last question', value: last === undefined ? ['none yet'] : roundLine(last) },
        ...(lost === undefined || lost === last ? [] : [lostFact(lost)]),
      ],
    },
    { kind: 'facts', facts: settingsFacts(view) },
  ]
  if (view.mayManage) blocks.push({ kind: 'footnote', text: ['Change it: ', ...joined(steps(view.quiz).map(command))] })
  return { name: 'status', title: 'Daily question in this channel', tone: last?.state === 'failed' ? 'warning' : 'plain', blocks }
}

function lostFact(round: Round): { readonly label: string; readonly value: Text } {
  return { label: round.state === 'closed' ? 'Last one without its answer' : 'Last one not posted', value: roundLine(round) }
}

/** What a manager can do from here; what is so already is not offered. */
function steps(quiz: Quiz): readonly string[] {
  return ['settings', quiz.paused ? 'resume' : 'pause', isNextSkipped(quiz) ? 'skip undo' : 'skip', 'now', 'managers']
}

function nextLine(quiz: Quiz): Text {
  if (quiz.paused) return [strong('paused'), '; go on with ', command('resume'), ...(isNextSkipped(quiz) ? [' (', ...skippedLine(quiz), ')'] : [])]
  if (!canBeRead(quiz.zone)) return withoutZone
  const next = moment(nextHeld(quiz).at, quiz.zone)
  return isNextSkipped(quiz) ? [next, '; ', ...skippedLine(quiz)] : [next]
}

function roundLine(round: Round): Text {
  const when = moment(round.openedAt ?? round.dueAt, round.zone)
  switch (round.state) {
    case 'open':
      return ['open since ', when, ', closes ', moment(round.closesAt, round.zone)]
    case 'closed':
      return [
        when,
        ', closed ',
        moment(round.closedAt ?? round.closesAt, round.zone),
        ...(round.reason === null ? [] : ['; its answer could not be shown: ', round.reason]),
      ]
    case 'claimed':
    case 'sending':
      return ['due ', when, ', being posted', ...(round.reason === null ? [] : [`. It has to wait: ${round.reason}`])]
    case 'failed':
    case 'missed':
    case 'skipped':
      return ['due ', when, `, ${strongState[round.state]}: `, round.reason ?? 'no reason is on record']
  }
}

const strongState = { failed: 'not posted', missed: 'missed', skipped: 'skipped' } as const

const dayNames: Readonly<Record<Weekday, string>> = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' }

/** `Mon-Fri`, `daily`, `Mon, Wed, Fri` */
function daysLine(days: readonly Weekday[]): string {
  if (days.length === 7) return 'daily'
  const first = days[0]
  const last = days.at(-1)
  const inRow = first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1
  return inRow ? `${dayNames[first]}-${dayNames[last]}` : days.map((weekday) => dayNames[weekday]).join(', ')
}

function openLine(openMinutes: number | null): string {
  if (openMinutes === null) return 'until an hour before the next one'
  return openMinutes % 60 === 0 ? `${openMinutes / 60} h` : `${openMinutes} min`
}

function settingsFacts(view: SettingsView): { label: string; value: Text }[] {
  const { quiz } = view
  return [
    { label: 'Posted', value: [`${quiz.time}, ${daysLine(quiz.days)}, ${quiz.zone}`] },
    { label: 'Open', value: [openLine(quiz.openMinutes)] },
    { label: 'Explained', value: [quiz.feedback === 'instant' ? 'at once, to each person' : 'when the round closes'] },
    { label: 'Topics', value: [view.topics.length === 0 ? 'all' : view.topics.join(' · ')] },
    { label: 'Study day begins', value: [`${String(quiz.rolloverHour).padStart(2, '0')}:00`] },
    { label: 'Result told', value: [recapLine[quiz.recap]] },
    ...(quiz.mention === null ? [] : [{ label: 'Pings', value: [pinged(quiz.mention)] }]),
    { label: 'Managed by', value: view.managers.length === 0 ? ['owners and admins'] : [...joined(view.managers), ', owners and admins'] },
  ]
}

const recapLine: Readonly<Record<RecapSetting, string>> = { next: 'on top of the next question', thread: 'as a reply to the question', off: 'only in the post itself' }

/** Nobody is pinged by a private screen, so @here is only named. */
const pinged = (id: MentionId): Inline => (id === hereMention ? '@here' : { kind: 'mention', id })

function joined(parts: readonly Inline[]): Text {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))
}

/** After a setup or a change: what holds now. */
export function settingsScreen(title: string, view: SettingsView): Screen {
  return {
    name: 'settings',
    title,
    tone: 'plain',
    blocks: [
      { kind: 'facts', facts: [{ label: 'Next question', value: nextLine(view.quiz) }, ...settingsFacts(view)] },
      { kind: 'footnote', text: ['Post one right away: ', command('now'), ' · change it: ', command('settings'), ' · all about it: ', command('status')] },
    ],
  }
}
