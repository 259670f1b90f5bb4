// What a simulated month is played on: two fake platforms with rooms and people, the program as a child process, and one clock.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../src/core/random.ts'
import type { Call } from '../fakes/doorkeeper.ts'
import { audit, type Figures } from './audit.ts'
import { day, hour, minute, months, second, timetable, type Due, type Quiz, type Span } from './calendar.ts'
import { openDiscord } from './discord-side.ts'
import { createKiller, type Killer } from './kills.ts'
import { createChanges, type Changes } from './changes.ts'
import { createNotes, type Notes } from './people.ts'
import { openPostgres, type PostgresSide } from './postgres-side.ts'
import { createPlanner, type Planner } from './plans.ts'
import type { Beat, Side } from './side.ts'
import { openSlack } from './slack-side.ts'
import { createVictim, type Victim, type VictimOptions } from './victim.ts'

export type StageOptions = {
  readonly seed: string
  /** On each platform. */
  readonly rooms: number
  /** In each room. */
  readonly people: number
  /** The folder of the course; by default the small one of the tests. */
  readonly course?: string
  readonly spare?: VictimOptions['spare']
  /** The ledger is in PostgreSQL. */
  readonly postgres?: boolean
}

/** Only ends a month that would never begin or end. */
const mostTries = 1_000

/** The platforms' clock, and by how much that of the program is ahead. */
type Clock = { now: number; ahead: number; readonly waiting: { readonly at: number; readonly run: () => void }[] }

export type Stage = {
  /** With the ledger and its backups. */
  readonly folder: string
  readonly clock: Clock
  readonly victim: Victim
  readonly killer: Killer
  readonly planner: Planner
  readonly notes: Notes
  readonly changes: Changes
  /** Of the program, in the order in which they came. */
  readonly beats: Beat[]
  readonly sides: readonly Side[]
  readonly random: () => number
  /** Where the ledger is in PostgreSQL. */
  readonly postgres: PostgresSide | undefined
  /** Another program with the same tokens. It is ended with the stage. */
  readonly twin: (environment: Readonly<Record<string, string>>) => Victim
}

export const ledgerIn = (folder: string): string => join(folder, 'ledger.sqlite')

export const smallCourse = join(import.meta.dirname, '../courses/house-rules')

export async function openStage({ seed, rooms, course, spare = false, postgres: isInPostgres = false }: StageOptions, folder: string): Promise<{ readonly stage: Stage; readonly close: () => Promise<void> }> {
  const random = seeded(seed)
  const start = months[Math.floor(random() * months.length)] ?? ''
  const clock: Clock = { now: Date.parse(`${start}T12:07:00Z`), ahead: 0, waiting: [] }
  const sides: Side[] = []
  const sideOf = (call: Call) => (call.path.startsWith('/api/') || call.path.startsWith('/response/') ? sides[0] : sides[1])
  const death = () => victim.death()
  const killer = createKiller({
    kill: () => victim.kill(),
    alive: () => victim.alive(),
    stepOf: (call) => sideOf(call)?.stepOf(call) ?? 'other',
    carriedOut: (call) => sideOf(call)?.carriedOut(call),
    postpone: (run) => clock.waiting.push({ at: clock.now + Math.ceil(random() * 25) * second, run }),
  })
  const opening = { now: () => clock.now, doorkeeper: killer.doorkeeper, death }
  sides.push(await openSlack(opening), await openDiscord(opening))
  const environment = Object.assign({}, ...sides.map((side) => side.environment)) as Record<string, string>
  const postgres = isInPostgres ? await openPostgres() : undefined
  const settings = {
    ...environment,
    ...(postgres === undefined ? { DATABASE_FILE: ledgerIn(folder), BACKUP_FOLDER: join(folder, 'backups') } : { DATABASE_URL: postgres.url }),
    COURSE_FOLDER: course ?? smallCourse,
  }
  const victims: Victim[] = []
  const launch = (more: Readonly<Record<string, string>>): Victim => {
    const launched = createVictim({ environment: { ...settings, ...more }, cache: join(folder, 'code'), spare })
    victims.push(launched)
    return launched
  }
  const victim = launch({})
  if (rooms < 1) throw new Error('a month needs a room')
  const close = async (): Promise<void> => {
    for (const each of victims) each.close()
    await Promise.all(sides.map((side) => side.close()))
    await postgres?.close()
  }
  const notes = createNotes(victim.alive, () => clock.now)
  const beats: Beat[] = []
  return { stage: { folder, clock, victim, killer, planner: createPlanner(random), notes, changes: createChanges(() => clock.now, () => ({ at: clock.now + clock.ahead, beat: beats.length })), beats, sides, random, postgres, twin: launch }, close }
}

/** What runs on the stage: one program, or several that are told the same. */
export type Programs = Pick<Victim, 'start' | 'setClock' | 'stop' | 'faults' | 'log'>

export async function setUp(stage: Pick<Stage, 'sides' | 'clock'> & { readonly victim: Pick<Programs, 'start'> }, { rooms, people }: Pick<StageOptions, 'rooms' | 'people'>): Promise<readonly Quiz[]> {
  const { sides, victim, clock } = stage
  const quizzes = Array.from({ length: rooms * sides.length }, (_, number): Quiz => {
    const [side, settings] = [sides[number % sides.length], timetable[number % timetable.length]]
    if (side === undefined || settings === undefined) throw new Error('a room without a platform')
    return { ...side.openPlace(number, people), ...settings, off: daysOff(clock.now + (number + 5) * day) }
  })
  await victim.start(clock.now + clock.ahead)
  for (const quiz of quizzes) {
    const { time, zone, days, feedback, open } = quiz
    const line = `setup time=${time} zone=${zone} days=${days} feedback=${feedback} weekly=on thread=on open=${open === null ? 'auto' : `${open}min`}`
    const said = await insist(quiz, line)
    if (!said.includes('is set up')) throw new Error(`${quiz.name} could not be set up: ${said}`)
    const taken = await insist(quiz, `off dates=${quiz.off.join('..')}`)
    if (!taken.includes('Off: ')) throw new Error(`${quiz.name} could not take days off: ${taken}`)
    await insist(quiz, 'final-board when=week')
  }
  return quizzes
}

/** Three days, later in the month. */
function daysOff(at: number): readonly [string, string] {
  const first = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate()
  return [first.toString(), first.add({ days: 2 }).toString()]
}

/** A manager types again where nobody answered: on a busy machine the connection may be away for a moment. */
async function insist(quiz: Quiz, line: string): Promise<string> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const said = await quiz.side.type(quiz, quiz.manager, line)
    if (said !== undefined) return said
    await sleep(100)
  }
  return 'no answer'
}

/** Time passes, and what was on its way arrives. */
export function moveClock({ clock }: Pick<Stage, 'clock'>, to: number): void {
  for (;;) {
    const next = clock.waiting.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= to)
    if (next === undefined) break
    clock.waiting.splice(clock.waiting.indexOf(next), 1)
    clock.now = Math.max(clock.now, next.at)
    next.run()
  }
  clock.now = Math.max(clock.now, to)
}

/** No more rounds, and time for those that are open. */
export async function endMonth(stage: Pick<Stage, 'clock' | 'postgres' | 'folder' | 'beats'> & { readonly victim: Programs }, quizzes: readonly Quiz[], to: number): Promise<void> {
  const { victim, clock, postgres, folder } = stage
  await victim.setClock(clock.now + clock.ahead)
  for (const quiz of quizzes) {
    const said = await insist(quiz, 'pause')
    if (!said.includes('Paused')) throw new Error(`${quiz.name} could not be paused: ${said}`)
  }
  for (let half = 0; half < 16; half += 1) {
    for (const beat of [0, 1, 2]) {
      moveClock(stage, to + half * 12 * hour + beat * minute)
      await victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: null })
      stage.beats.push({ at: clock.now + clock.ahead, whole: true })
    }
  }
  await victim.stop()
  await postgres?.copyTo(ledgerIn(folder))
}

export type Excuses = { readonly forgotten: readonly Span[]; readonly others: readonly string[] }

/** @param dues what was due, by quiz */
export function auditOf({ folder, victim, killer, notes, changes, beats, sides }: Pick<Stage, 'folder' | 'killer' | 'notes' | 'changes' | 'beats' | 'sides'> & { readonly victim: Programs }, dues: ReadonlyMap<Quiz, readonly Due[]>, { forgotten, others }: Excuses = { forgotten: [], others: [] }): Figures {
  const [file, backups] = [ledgerIn(folder), join(folder, 'backups')]
  return audit({ dues, notes, changes, beats, file, backups, kills: killer.kills, faults: victim.faults, log: victim.log, sides, forgotten, others })
}
