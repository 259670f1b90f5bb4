// How a private session is kept in a row of its table, and how it is read back.
import { firstCourse } from '../../core/course-number.ts'
import type { Session, SessionKind, Step, Task } from '../../core/session.ts'

export type StoredSession = {
  readonly id: number
  /** The account that started it: what it adds to the log is that account's. */
  readonly accountId: number
  readonly session: Session
}

export type SessionRow = {
  readonly id: number
  readonly name: string
  readonly account_id: number
  readonly kind: SessionKind
  readonly about: string | null
  readonly tasks: string
  readonly steps: string
  readonly position: number
  readonly zone: string
  readonly started_at: number
  readonly ends_at: number | null
  readonly ended_at: number | null
  readonly abandoned: number
  readonly given_back: number
  readonly course: number
}

/** Undefined if the row is damaged. */
export function storedSession(row: SessionRow): StoredSession | undefined {
  const [tasks, steps] = [parsed(row.tasks), parsed(row.steps)]
  if (!isListOf(tasks, isTask) || !isListOf(steps, isPlacedStep)) return undefined
  if (row.position < 0 || row.position > tasks.length || steps.some(([at]) => tasks[at] === undefined)) return undefined
  const session: Session = {
    id: row.name,
    kind: row.kind,
    about: row.about,
    tasks,
    steps: new Map(steps),
    position: row.position,
    zone: row.zone,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    abandoned: row.abandoned === 1,
    givenBack: row.given_back,
    ...(row.course === firstCourse ? {} : { course: row.course }),
  }
  return { id: row.id, accountId: row.account_id, session }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

type PlacedStep = readonly [position: number, step: Step]

/** Any object, to look into. */
type Fields<Shape> = { readonly [Name in keyof Shape]?: unknown }

const isListOf = <Each>(value: unknown, isEach: (each: unknown) => each is Each): value is readonly Each[] => Array.isArray(value) && value.every(isEach)
const isText = (value: unknown): value is string => typeof value === 'string'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isTask(value: unknown): value is Task {
  if (!isObject(value)) return false
  const { item, order, key, content }: Fields<Task> = value
  return isText(item) && isListOf(order, isText) && isListOf(key, isText) && typeof content === 'number'
}

function isPlacedStep(value: unknown): value is PlacedStep {
  if (!Array.isArray(value) || typeof value[0] !== 'number' || !isObject(value[1])) return false
  const { chosen, at, guess, flag }: Fields<Step> = value[1]
  return isListOf(chosen, isText) && typeof at === 'number' && typeof guess === 'boolean' && typeof flag === 'boolean'
}
