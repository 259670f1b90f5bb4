// A month of the program's life: rooms on two platforms that survive, people who answer, and a kill at every turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../src/core/random.ts'
import type { Call } from '../fakes/doorkeeper.ts'
import { planMonth, type Moment, type Occasion, type Troubles } from './agenda.ts'
import { audit, type Figures } from './audit.ts'
import { day, hour, minute, months, second, timetable, type Quiz } from './calendar.ts'
import { openDiscord } from './discord-side.ts'
import { createKiller, type Killer } from './kills.ts'
import { createNotes, type Notes } from './people.ts'
import { createPlanner, type Planner } from './plans.ts'
import type { Side } from './side.ts'
import { openSlack } from './slack-side.ts'
import { createVictim, type Victim } from './victim.ts'

export type MonthOptions = {
  readonly seed: string
  readonly kills: number
  /** On each platform. */
  readonly rooms: number
  /** In each room. */
  readonly people: number
  readonly days: number
  readonly troubles: Troubles
  readonly progress?: (line: string) => void
}

/** More would only repeat the same minute. */
const killsInOneMoment = 8
/** Only ends a month that would never begin or end. */
const mostTries = 1_000
/** The share of the kills that a moment has. */
const weights: Readonly<Record<Occasion, number>> = { due: 8, close: 4, act: 1, idle: 0.5 }
/** Fewer kills than these wait for a moment at which their step comes. */
const patience = 6
/** The bot may not read back for so long, in the middle of the month. */
const blindDays = 5

/** By so much the machine's clock is ahead of the platforms', for as long. */
const skewed = { by: 10 * minute, days: 6 }

/** The platforms' clock, and by how much that of the program is ahead. */
type Clock = { now: number; ahead: number; readonly waiting: { readonly at: number; readonly run: () => void }[] }

type Stage = {
  readonly clock: Clock
  readonly victim: Victim
  readonly killer: Killer
  readonly planner: Planner
  readonly notes: Notes
  readonly sides: readonly Side[]
  readonly random: () => number
}

export async function playMonth(options: MonthOptions): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-crash-'))
  const opened = await openStage(options, folder)
  const { stage, close } = opened
  try {
    const quizzes = await setUp(stage, options)
    const from = stage.clock.now
    const to = from + options.days * day
    const agenda = planMonth(quizzes, from, to, options.troubles, stage.random)
    await live(stage, agenda, options)
    await endMonth(stage, quizzes, to)
    const { victim, killer, notes, sides } = stage
    return audit({ dues: agenda.dues, notes, file: join(folder, 'ledger.sqlite'), backups: join(folder, 'backups'), kills: killer.kills, faults: victim.faults, log: victim.log, sides })
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openStage({ seed, rooms }: MonthOptions, folder: string): Promise<{ readonly stage: Stage; readonly close: () => Promise<void> }> {
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
  const victim = createVictim({
    ...environment,
    DATABASE_FILE: join(folder, 'ledger.sqlite'),
    BACKUP_FOLDER: join(folder, 'backups'),
    COURSE_FOLDER: join(import.meta.dirname, '../courses/house-rules'),
  }, join(folder, 'code'))
  if (rooms < 1) throw new Error('a month needs a room')
  const close = async (): Promise<void> => {
    victim.close()
    await Promise.all(sides.map((side) => side.close()))
  }
  return { stage: { clock, victim, killer, planner: createPlanner(random), notes: createNotes(victim.alive), sides, random }, close }
}

async function setUp(stage: Stage, { rooms, people }: MonthOptions): Promise<readonly Quiz[]> {
  const { sides, victim, clock } = stage
  const quizzes = Array.from({ length: rooms * sides.length }, (_, number): Quiz => {
    const [side, settings] = [sides[number % sides.length], timetable[number % timetable.length]]
    if (side === undefined || settings === undefined) throw new Error('a room without a platform')
    return { ...side.openPlace(number, people), ...settings }
  })
  await victim.start(clock.now + clock.ahead)
  for (const quiz of quizzes) {
    const { time, zone, days, feedback, open } = quiz
    const line = `setup time=${time} zone=${zone} days=${days} feedback=${feedback} open=${open === null ? 'auto' : `${open}min`}`
    const said = await insist(quiz, line)
    if (!said.includes('is set up')) throw new Error(`${quiz.name} could not be set up: ${said}`)
  }
  return quizzes
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
function moveClock({ clock }: Stage, to: number): void {
  for (;;) {
    const next = clock.waiting.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= to)
    if (next === undefined) break
    clock.waiting.splice(clock.waiting.indexOf(next), 1)
    clock.now = Math.max(clock.now, next.at)
    next.run()
  }
  clock.now = Math.max(clock.now, to)
}

async function live(stage: Stage, agenda: ReturnType<typeof planMonth>, options: MonthOptions): Promise<void> {
  const { clock, killer, victim, sides } = stage
  const { moments, outages } = agenda
  const looking = new Map<Side, boolean>()
  const whole = moments.reduce((sum, { occasion }) => sum + weights[occasion], 0)
  let weight = 0
  const [first, last] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 0]
  for (const [index, moment] of moments.entries()) {
    const share = (moment.at - first) / (last - first)
    for (const [number, side] of sides.entries()) {
      const may = Math.abs(share - 0.4 - number * 0.25) * options.days > blindDays / 2
      if (may !== looking.get(side)) side.mayLook(may)
      looking.set(side, may)
    }
    clock.ahead = Math.abs(share - 0.7) * options.days < skewed.days / 2 ? skewed.by : 0
    weight += weights[moment.occasion]
    const owed = Math.ceil((options.kills * weight) / whole)
    const outage = outages.find(({ from, to }) => from <= moment.at && moment.at < to)
    if (outage === undefined) await pass(stage, moment, () => owed - killer.count())
    else if (victim.alive()) {
      killer.begin('moment')
      killer.strike('before an outage')
      await victim.death()
    }
    if (index % 200 === 199) options.progress?.(`${index + 1} of ${moments.length} moments, ${killer.count()} kills`)
  }
}

/** One moment: time moves on, the beat comes, people act; and again after each kill. */
async function pass(stage: Stage, moment: Moment, owed: () => number): Promise<void> {
  const { killer, planner, victim } = stage
  moveClock(stage, moment.at)
  for (const { quiz, trouble } of moment.troubles) quiz.side.trouble(trouble)
  for (let turn = 0; turn < killsInOneMoment; turn += 1) {
    if (!victim.alive()) await rise(stage, owed)
    const patient = owed() < patience
    const waits = owed() <= 0 || (patient && turn === 0 && moment.occasion === 'idle')
    const plan = waits ? undefined : patient || turn < 3 ? planner.draw(moment.occasion) : planner.anyMoment()
    killer.arm(plan)
    const survived = await act(stage, turn === 0 ? moment : { ...moment, acts: [] })
    if (survived && patient) break
  }
  killer.arm(undefined)
  if (!victim.alive()) await rise(stage, () => 0)
}

async function act({ killer, victim, clock, notes }: Stage, { acts }: Moment): Promise<boolean> {
  killer.begin('moment')
  const beat = victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: killer.lastLook() })
  const [atBeat] = await Promise.all([beat, ...acts.map(notes.act)])
  // People make the program look at the clock as well, after the beat is over.
  const how = atBeat === 'done' && killer.lastLook() !== null ? await victim.setClock(clock.now + clock.ahead) : atBeat
  if (await killer.settled()) {
    await victim.death()
    return false
  }
  if (how === 'done') return true
  if (!killer.diedByItself()) throw new Error(`the program died by itself: ${victim.log.slice(-20).join('')}`)
  return false
}

/** Starts the program again after some seconds, as a supervisor does; it may be killed in the middle of that too. */
async function rise(stage: Stage, owed: () => number): Promise<void> {
  const { killer, planner, victim, clock, random } = stage
  for (let attempt = 0; attempt < killsInOneMoment; attempt += 1) {
    moveClock(stage, clock.now + Math.ceil(random() * 40) * second)
    const plan = owed() > 0 ? planner.draw('start') : undefined
    killer.arm(plan)
    killer.begin('start')
    const how = await victim.start(clock.now + clock.ahead)
    // The first beat goes on after the start; it is over with this.
    if (how === 'ready' && plan !== undefined) await victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: null })
    if (await killer.settled()) await victim.death()
    else if (how === 'dead') throw new Error('the program died by itself while it started')
    else return
  }
  throw new Error('the program never started')
}

/** No more rounds, and time for those that are open. */
async function endMonth(stage: Stage, quizzes: readonly Quiz[], to: number): Promise<void> {
  const { killer, victim, clock, sides } = stage
  killer.arm(undefined)
  for (const side of sides) side.mayLook(true)
  moveClock(stage, to)
  if (!victim.alive()) await rise(stage, () => 0)
  await victim.setClock(clock.now + clock.ahead)
  for (const quiz of quizzes) {
    const said = await insist(quiz, 'pause')
    if (!said.includes('Paused')) throw new Error(`${quiz.name} could not be paused: ${said}`)
  }
  for (let half = 0; half < 16; half += 1) {
    for (const beat of [0, 1, 2]) {
      moveClock(stage, to + half * 12 * hour + beat * minute)
      await victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: null })
    }
  }
  await victim.stop()
}
