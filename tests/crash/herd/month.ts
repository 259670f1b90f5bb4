// A month in the life of a herd: people press on any of the programs, and each of them may be killed, frozen, stopped, or cut off from the
// database at any turn. Whoever has the duty then is followed by another.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { planMonth, type Moment } from '../agenda.ts'
import type { Figures } from '../audit.ts'
import { day, hour, minute, second } from '../calendar.ts'
import { blindDays, killsInOneMoment, weights, type MonthOptions } from '../month.ts'
import type { Side } from '../side.ts'
import { endMonth, moveClock, setUp } from '../stage.ts'
import { auditHerd, type HerdFigures } from './audit.ts'
import { drawBlow, type Blow } from './blows.ts'
import type { Member } from './member.ts'
import { openHerdStage, type HerdStage } from './stage.ts'

export type HerdMonthOptions = Omit<MonthOptions, 'postgres' | 'spare' | 'course'> & { readonly processes: number }

/** By so much the machines' clocks are ahead of the platforms', for as long. Discord's requests would be refused with twice as much. */
const skewed = { by: 4 * minute, days: 6 }
/** Whoever is away comes back after so many turns at most. */
const longestAway = 4
/** In how many of the moments in which nobody has to be killed something happens all the same. */
const otherShare = 0.05
/** In a month as short as a test's, most of it would be one outage. Of each day, so many milliseconds. */
const longestOutage = 3 * hour
/** Fewer kills than these wait for a moment at which their step comes. */
const patience = 4
/** A reply takes seconds at most, also of a program that lost the database. In milliseconds. */
const longestReply = 60_000

export async function playHerd(options: HerdMonthOptions): Promise<Figures & { readonly herd: HerdFigures }> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-herd-'))
  const { stage, close } = await openHerdStage(options, folder)
  try {
    const quizzes = await setUp({ ...stage, victim: stage.herd.programs }, options)
    const from = stage.clock.now
    const to = from + options.days * day
    const agenda = planMonth(quizzes, from, to, { ...options.troubles, changes: true }, stage.random)
    await live(stage, agenda, options)
    stage.killer.arm(undefined)
    for (const side of stage.sides) side.mayLook(true)
    moveClock(stage, to)
    await allBack(stage)
    await stage.herd.settle()
    const turns = await stage.herd.duty.turns()
    const breaches = await stage.herd.duty.breaches()
    await endMonth({ ...stage, victim: stage.herd.programs }, quizzes, to)
    return auditHerd(stage, agenda.dues, { turns, breaches })
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function live(stage: HerdStage, { moments, outages }: ReturnType<typeof planMonth>, options: HerdMonthOptions): Promise<void> {
  const { clock, sides } = stage
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
    const outage = outages.find(({ from, to }) => to - from < options.days * longestOutage && from <= moment.at && moment.at < to)
    if (outage === undefined) await pass(stage, moment, () => owed - stage.killed())
    else for (const member of stage.herd.members) if (member.state() !== 'down') await end(stage, member, 'before an outage')
    if (index % 200 === 199) options.progress?.(`${index + 1} of ${moments.length} moments, ${stage.killed()} kills`)
  }
}

/** One moment: time moves on, the beat comes, people act, and something happens to a program; and again until enough were killed. */
async function pass(stage: HerdStage, moment: Moment, owed: () => number): Promise<void> {
  const { planner, random, beats, clock, herd } = stage
  moveClock(stage, moment.at)
  for (const { quiz, trouble } of moment.troubles) quiz.side.trouble(quiz, trouble)
  for (let turn = 0; turn < killsInOneMoment; turn += 1) {
    await someBack(stage, owed)
    const patient = owed() < patience
    const waits = owed() <= 0 ? random() >= otherShare : patient && moment.occasion === 'idle'
    const blow = waits ? undefined : drawBlow(moment.occasion, patient || turn < 2 ? planner : { ...planner, draw: planner.anyMoment }, random)
    const struck = await act(stage, turn === 0 ? moment : { ...moment, acts: [], changes: [] }, blow)
    const wasDone = (await herd.duty.lastBeat()) === clock.now + clock.ahead
    beats.push({ at: clock.now + clock.ahead, whole: !struck && wasDone && moment.troubles.length === 0 })
    if (!wasDone || struck) await follow(stage)
    if (patient) break
  }
}

/** Somebody else takes the duty, where that is needed, and does all that is due. */
async function follow(stage: HerdStage): Promise<void> {
  const { herd, clock, beats, killer } = stage
  killer.arm(undefined)
  if (herd.up().length === 0) await someBack(stage, () => 0, true)
  await herd.settle()
  moveClock(stage, clock.now + second)
  const done = await herd.programs.setClock(clock.now + clock.ahead, { beat: true, lastLook: null })
  beats.push({ at: clock.now + clock.ahead, whole: done === 'done' && (await herd.duty.lastBeat()) === clock.now + clock.ahead })
}

async function inTime({ took }: HerdStage, acted: Promise<void>): Promise<void> {
  const began = performance.now()
  await acted
  if (performance.now() - began > longestReply) took('presses that a living program did not answer for a minute')
}

/** @returns whether something happened to a program */
async function act(stage: HerdStage, { acts, changes: wanted }: Moment, blow: Blow | undefined): Promise<boolean> {
  const { killer, herd, clock, notes, changes } = stage
  const target = blow === undefined ? undefined : await aimedAt(stage, blow)
  const isAimed = blow !== undefined && 'plan' in blow
  stage.aim(target, isAimed ? blow.kind : 'kill')
  killer.arm(isAimed ? blow.plan : undefined)
  killer.begin('moment')
  const [now, lastLook] = [clock.now + clock.ahead, killer.lastLook()]
  const signal = isAimed && blow.kind === 'freeze' ? 'SIGSTOP' : 'SIGKILL'
  const looks = (member: Member, beat: boolean) => member.setClock(now, { beat, lastLook: beat && member === target ? lastLook : null, signal: member === target && lastLook !== null ? signal : undefined })
  const other = isAimed || blow === undefined ? undefined : sleep(blow.after).then(() => strike(stage, blow, target))
  const beats = herd.up().map((member) => looks(member, true))
  await Promise.all([...beats, ...acts.map((each) => inTime(stage, notes.act(each))), ...wanted.map(changes.act)])
  // People make it look at the clock as well, after the beat is over.
  if (target !== undefined && lastLook !== null && target.state() === 'up') {
    await looks(target, false)
    await target.setClock(now)
  }
  await other
  const isStruck = await killer.settled()
  const fell = lastLook !== null && target !== undefined && target.state() !== 'up'
  if (fell) killer.diedByItself()
  return isStruck || fell || other !== undefined
}

async function aimedAt({ herd, random }: HerdStage, { aim }: Blow): Promise<Member | undefined> {
  const holder = await herd.onDuty()
  if (aim === 'on duty' && holder !== undefined) return holder
  const others = herd.up().filter((member) => member !== holder)
  return others[Math.floor(random() * others.length)] ?? holder
}

async function strike(stage: HerdStage, { kind }: Blow, target: Member | undefined): Promise<void> {
  const { herd, postgres } = stage
  switch (kind) {
    case 'cut':
      target?.cut()
      stage.took('cut off from the database')
      return
    case 'stop':
      stage.took('stopped in order')
      return target?.stop()
    case 'all':
      for (const member of herd.members) if (member.state() !== 'down') await end(stage, member, 'all at once')
      return
    case 'connections':
      if (await postgres.cut()) stage.took('all connections ended')
  }
}

async function end(stage: HerdStage, member: Member, why: string): Promise<void> {
  stage.took(`killed: ${why}`)
  member.kill()
  await member.gone()
}

/** Who has been away for long enough comes back; somebody does where nobody is left. */
async function someBack(stage: HerdStage, owed: () => number, isUrgent = false): Promise<void> {
  const { herd, random } = stage
  for (const member of herd.members) {
    if (member.state() === 'up') continue
    const left = (stage.left.get(member) ?? Math.floor(random() * longestAway)) - 1
    stage.left.set(member, left)
    if (left <= 0 || (isUrgent && herd.up().length === 0)) await back(stage, member, owed() > 0)
  }
  if (herd.up().length === 0) await someBack(stage, () => 0, true)
}

async function allBack(stage: HerdStage): Promise<void> {
  for (const member of stage.herd.members) while (member.state() !== 'up') await back(stage, member, false)
}

/** One that is started may be killed in the middle of that. */
async function back(stage: HerdStage, member: Member, mayDie: boolean): Promise<void> {
  const { killer, planner, clock, random } = stage
  stage.left.delete(member)
  switch (member.state()) {
    case 'up':
    case 'moving':
      return
    case 'cut':
      return member.mend()
    case 'frozen':
      stage.thawed.set(member.name(), Date.now())
      return member.thaw(clock.now + clock.ahead)
    case 'down':
  }
  moveClock(stage, clock.now + Math.ceil(random() * 40) * second)
  await member.load()
  stage.aim(member, 'kill')
  killer.arm(mayDie ? planner.draw('start') : undefined)
  killer.begin('start')
  const how = await member.start(clock.now + clock.ahead)
  const isKilled = await killer.settled()
  killer.arm(undefined)
  if (isKilled) await stage.struck()?.gone()
  else if (how === 'dead') throw new Error(`a program died by itself while it started: ${stage.herd.programs.log.slice(-20).join('')}`)
}
