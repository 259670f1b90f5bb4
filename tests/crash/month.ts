// A month of the program's life: rooms on two platforms that survive, people who answer, and a kill at every turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { planMonth, type Moment, type Occasion, type Troubles } from './agenda.ts'
import type { Figures } from './audit.ts'
import { day, minute, second } from './calendar.ts'
import type { Side } from './side.ts'
import { auditOf, endMonth, moveClock, openStage, setUp, type Stage, type StageOptions } from './stage.ts'

export type MonthOptions = StageOptions & {
  readonly kills: number
  readonly days: number
  readonly troubles: Troubles
  readonly progress?: (line: string) => void
}

/** More would only repeat the same minute. */
export const killsInOneMoment = 8
/** The share of the kills that a moment has. */
export const weights: Readonly<Record<Occasion, number>> = { due: 8, close: 4, change: 4, tell: 2, final: 2, rush: 4, act: 1, idle: 0.5 }
/** Fewer kills than these wait for a moment at which their step comes. */
const patience = 6
/** The bot may not read back for so long, in the middle of the month. */
export const blindDays = 5

/** In how many of the moments the connections to PostgreSQL are ended, and how long after the beat at most, in milliseconds. */
const cuts = { share: 0.15, latest: 40 }
const cutsInRush = { share: 0.7, latest: 250 }

/** By so much the machine's clock is ahead of the platforms', for as long. */
const skewed = { by: 10 * minute, days: 6 }

export async function playMonth(options: MonthOptions): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-crash-'))
  const opened = await openStage({ ...options, spare: true }, folder)
  const { stage, close } = opened
  try {
    const quizzes = await setUp(stage, options)
    const from = stage.clock.now
    const to = from + options.days * day
    const agenda = planMonth(quizzes, from, to, { ...options.troubles, changes: true }, stage.random)
    await live(stage, agenda, options)
    await riseForGood(stage, to)
    await endMonth(stage, quizzes, to)
    if (stage.postgres !== undefined) options.progress?.(`connections to PostgreSQL were ended ${stage.postgres.cuts()} times`)
    return auditOf(stage, agenda.dues)
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
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
  for (const { quiz, trouble } of moment.troubles) quiz.side.trouble(quiz, trouble)
  for (let turn = 0; turn < killsInOneMoment; turn += 1) {
    if (!victim.alive()) await rise(stage, owed)
    const patient = owed() < patience
    const waits = owed() <= 0 || (patient && turn === 0 && moment.occasion === 'idle')
    const plan = waits ? undefined : patient || turn < 3 ? planner.draw(moment.occasion) : planner.anyMoment()
    killer.arm(plan)
    const survived = await act(stage, turn === 0 ? moment : { ...moment, acts: [], changes: [] })
    stage.beats.push({ at: stage.clock.now + stage.clock.ahead, whole: survived && moment.troubles.length === 0 })
    if (survived && patient) break
  }
  killer.arm(undefined)
  if (!victim.alive()) await rise(stage, () => 0)
}

async function act({ killer, victim, clock, notes, changes, postgres, random }: Stage, { occasion, acts, changes: wanted }: Moment): Promise<boolean> {
  killer.begin('moment')
  const { share, latest } = occasion === 'rush' ? cutsInRush : cuts
  const cut = postgres !== undefined && random() < share ? sleep(random() * latest).then(() => postgres.cut()) : undefined
  const beat = victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: killer.lastLook() })
  const [atBeat] = await Promise.all([beat, ...acts.map(notes.act), ...wanted.map(changes.act)])
  // People make the program look at the clock as well, after the beat is over.
  const how = atBeat === 'done' && killer.lastLook() !== null ? await victim.setClock(clock.now + clock.ahead) : atBeat
  const isCut = (await cut) === true
  if (await killer.settled()) {
    await victim.death()
    return false
  }
  if (how === 'done') return !isCut
  if (!killer.diedByItself()) throw new Error(`the program died by itself: ${victim.log.slice(-20).join('')}`)
  return false
}

/** Starts the program again after some seconds, as a supervisor does; it may be killed in the middle of that too. */
async function rise(stage: Stage, owed: () => number): Promise<void> {
  const { killer, planner, victim, clock, random, postgres } = stage
  for (let attempt = 0; attempt < killsInOneMoment; attempt += 1) {
    moveClock(stage, clock.now + Math.ceil(random() * 40) * second)
    const plan = owed() > 0 ? planner.draw('start') : undefined
    killer.arm(plan)
    await postgres?.expire()
    killer.begin('start')
    const how = await victim.start(clock.now + clock.ahead)
    // The first beat goes on after the start; it is over with this.
    if (how === 'ready' && plan !== undefined) await victim.setClock(clock.now + clock.ahead, { beat: true, lastLook: null })
    const killed = await killer.settled()
    stage.beats.push({ at: clock.now + clock.ahead, whole: !killed && how === 'ready' })
    if (killed) await victim.death()
    else if (how === 'dead') throw new Error('the program died by itself while it started')
    else return
  }
  throw new Error('the program never started')
}

async function riseForGood(stage: Stage, to: number): Promise<void> {
  const { killer, victim, sides } = stage
  killer.arm(undefined)
  for (const side of sides) side.mayLook(true)
  moveClock(stage, to)
  if (!victim.alive()) await rise(stage, () => 0)
}
