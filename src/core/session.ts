// A private session: somebody goes through a list of tasks, in their own time. What is shown is only a view of it, so a press on an old
// message changes nothing, and everything goes on after a restart or on another device.
import type { CourseNumber } from './course-number.ts'
import { hash } from './random.ts'
import type { Grade, ItemId, StudyEntry, StudySource } from './study-item.ts'
import { studyDay } from './study-day.ts'
import { minute, type Instant, type Zone } from './time.ts'

/** 16 hexadecimal digits. */
export type SessionId = string

export type SessionKind = Exclude<StudySource, 'daily'>

/** Something to answer, as it was when the session began. */
export type Task = {
  readonly item: ItemId
  /** The ids of what there is to choose from, in the order in which it is shown. */
  readonly order: readonly string[]
  /** What is right; empty where people grade themselves and choose a grade. */
  readonly key: readonly string[]
  /** From {@link fingerprint}: an item that was edited since is no longer the one that was asked. */
  readonly content: number
}

/** What somebody did at a task. */
export type Step = {
  /** Empty: not answered yet. */
  readonly chosen: readonly string[]
  readonly at: Instant
  /** They said that they are guessing. */
  readonly guess: boolean
  /** They want to come back to it. */
  readonly flag: boolean
}

export type Session = {
  readonly id: SessionId
  readonly kind: SessionKind
  /** What it is about, for its screens: a topic, the name of a case. */
  readonly about: string | null
  readonly tasks: readonly Task[]
  /** By the position of their tasks. */
  readonly steps: ReadonlyMap<number, Step>
  /** Which task is shown; `tasks.length` is the overview behind the last one. */
  readonly position: number
  /** Where its study days are counted, as of its start. */
  readonly zone: Zone
  readonly startedAt: Instant
  /** When it ends by itself; null: never. */
  readonly endsAt: Instant | null
  readonly endedAt: Instant | null
  /** It was given up, so it counts for nothing. */
  readonly abandoned: boolean
  /** Milliseconds by which the end was moved, because the bot was down. */
  readonly givenBack: number
  /** Absent: the first one. */
  readonly course?: CourseNumber
}

export type Act =
  /** `takes`: whether a task can be answered now; left out, all can. */
  | { readonly kind: 'answer'; readonly position: number; readonly chosen: readonly string[]; readonly takes?: (task: Task) => boolean }
  /** Says "I'm guessing", or takes it back. */
  | { readonly kind: 'guess' | 'flag'; readonly position: number }
  | { readonly kind: 'go'; readonly position: number; readonly to: number }
  | { readonly kind: 'end' | 'abandon' }

export type ActVerdict =
  | 'done'
  /** The first answer counts, and there is one. */
  | 'stands'
  /** Pressed on a message that shows another task than the session is at. */
  | 'elsewhere'
  /** The session has ended. */
  | 'over'
  /** The task can't be answered now. */
  | 'closed'
  /** Not an option of the task, or not as many as it takes. */
  | 'bad-choice'

export type ActDecision = {
  readonly verdict: ActVerdict
  /** The session from now on; the same object if nothing changed. */
  readonly session: Session
  /** What goes into the log. */
  readonly entries: readonly StudyEntry[]
}

/** Presses take a moment to arrive. A session whose time is up is closed by the clock only after this. */
export const grace = minute

/** An exam is judged at its end, and until then an answer can be changed. Everywhere else the first answer counts, at once. */
const isChangeable = ({ kind }: Pick<Session, 'kind'>): boolean => kind === 'exam'

/** The same for equal content. A sum of the texts that people see: a course has far fewer versions than would collide. */
export const fingerprint = (content: unknown): number => hash(JSON.stringify(content))

/**
 * What an act does.
 *
 * @param at when they pressed, by the platform: a press from before the end counts whenever it arrives
 */
export function decideAct(session: Session, act: Act, at: Instant): ActDecision {
  if (session.endedAt !== null) return unchanged('over', session)
  if (isTimeUp(session, at)) return { ...ended(session, session.endsAt ?? at), verdict: 'over' }
  switch (act.kind) {
    case 'abandon':
      return { verdict: 'done', session: { ...session, endedAt: at, abandoned: true }, entries: [] }
    case 'end':
      return ended(session, at)
    case 'go':
      return go(session, act, at)
    case 'flag':
    case 'guess':
      return mark(session, act.kind, act.position, at)
    case 'answer':
      return answer(session, act, at)
  }
}

export const isTimeUp = ({ endsAt }: Pick<Session, 'endsAt'>, at: Instant): boolean => endsAt !== null && at >= endsAt

/** Ends a session whose time is up: it counts as of its end. */
export const endByTime = (session: Session): ActDecision => ended(session, session.endsAt ?? session.startedAt)

const unchanged = (verdict: ActVerdict, session: Session): ActDecision => ({ verdict, session, entries: [] })

function ended(session: Session, at: Instant): ActDecision {
  const entries = isChangeable(session) ? allEntries(session, at) : []
  return { verdict: 'done', session: { ...session, endedAt: at }, entries }
}

/** Behind the last task an exam has an overview; any other session ends there. */
function go(session: Session, { position, to }: { readonly position: number; readonly to: number }, at: Instant): ActDecision {
  if (position !== session.position || to < 0 || to > session.tasks.length) return unchanged('elsewhere', session)
  const moved = { ...session, position: to }
  return to === session.tasks.length && !isChangeable(session) ? ended(moved, at) : { verdict: 'done', session: moved, entries: [] }
}

function mark(session: Session, kind: 'guess' | 'flag', position: number, at: Instant): ActDecision {
  if (position !== session.position || session.tasks[position] === undefined) return unchanged('elsewhere', session)
  const step = session.steps.get(position) ?? { chosen: [], at, guess: false, flag: false }
  if (kind === 'guess' && step.chosen.length > 0 && !isChangeable(session)) return unchanged('stands', session)
  return { verdict: 'done', session: withStep(session, position, { ...step, [kind]: !step[kind] }), entries: [] }
}

function answer(session: Session, { position, chosen, takes = () => true }: Extract<Act, { readonly kind: 'answer' }>, at: Instant): ActDecision {
  const task = session.tasks[position]
  if (task === undefined || position !== session.position) return unchanged('elsewhere', session)
  const before = session.steps.get(position) ?? { chosen: [], at, guess: false, flag: false }
  if (before.chosen.length > 0 && !isChangeable(session)) return unchanged('stands', session)
  if (!takes(task)) return unchanged('closed', session)
  if (!isChoiceOf(task, chosen)) return unchanged('bad-choice', session)
  const step = { ...before, chosen: chosen.toSorted(), at }
  const after = withStep(session, position, step)
  if (isChangeable(session)) return { verdict: 'done', session: { ...after, position: position + 1 }, entries: [] }
  return { verdict: 'done', session: after, entries: [entryOf(session, task, step, at)] }
}

const withStep = (session: Session, position: number, step: Step): Session => ({ ...session, steps: new Map([...session.steps, [position, step]]) })

function isChoiceOf({ order, key }: Task, chosen: readonly string[]): boolean {
  const isKnown = chosen.every((each) => order.includes(each))
  return isKnown && new Set(chosen).size === chosen.length && chosen.length === Math.max(1, key.length)
}

/** Whether an answer is right; what people grade themselves is right unless they had forgotten it. */
export function isTaskRight({ key }: Pick<Task, 'key'>, chosen: readonly string[]): boolean {
  if (key.length === 0) return chosen[0] !== 'again'
  return chosen.length === key.length && key.every((each) => chosen.includes(each))
}

/** A right guess is `hard`: it was not known. A wrong answer is never `hard`, which would say that it was recalled. */
export function gradeOf(task: Pick<Task, 'key'>, { chosen, guess }: Pick<Step, 'chosen' | 'guess'>): Grade {
  if (!isTaskRight(task, chosen)) return 'again'
  if (task.key.length === 0) return chosen[0] === 'hard' ? 'hard' : 'good'
  return guess ? 'hard' : 'good'
}

/** The hour at which the study day of a private session begins, as in Anki: who studies after midnight has not gone to bed yet. */
export const rolloverHour = 4

/** @param judgedAt decides the study day */
function entryOf({ kind, zone }: Session, task: Task, step: Step, judgedAt: Instant): StudyEntry {
  return { item: task.item, day: studyDay(judgedAt, zone, rolloverHour), at: step.at, source: kind, grade: gradeOf(task, step) }
}

/** What nobody answered in an exam counts against its score, but says nothing about memory. */
function allEntries(session: Session, endedAt: Instant): readonly StudyEntry[] {
  return session.tasks.flatMap((task, position) => {
    const step = session.steps.get(position)
    return step === undefined || step.chosen.length === 0 ? [] : [entryOf(session, task, step, endedAt)]
  })
}

export const isAnswered = ({ steps }: Pick<Session, 'steps'>, position: number): boolean => (steps.get(position)?.chosen.length ?? 0) > 0

export function countAnswered(session: Pick<Session, 'steps' | 'tasks'>): number {
  return session.tasks.filter((_, position) => isAnswered(session, position)).length
}

/** How many answers are right. */
export function countRight({ tasks, steps }: Pick<Session, 'steps' | 'tasks'>): number {
  return tasks.filter((task, position) => {
    const chosen = steps.get(position)?.chosen ?? []
    return chosen.length > 0 && isTaskRight(task, chosen)
  }).length
}
