// Weeks of one process: rooms on two platforms that go away for hours, people who answer, a backup and a restart each day.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { planMonth, type Agenda, type Moment } from '../crash/agenda.ts'
import type { Figures } from '../crash/audit.ts'
import { day, minute } from '../crash/calendar.ts'
import type { Measured } from '../crash/orders.ts'
import type { Absence } from '../crash/side.ts'
import { auditOf, endMonth, moveClock, openStage, setUp, type Stage, type StageOptions } from '../crash/stage.ts'

export type SoakOptions = StageOptions & { readonly days: number; readonly progress?: (line: string) => void }

/** `daily`: once a day, after its restart and its backup. `files`: every few days, when no connection is idle. */
export type Soaked = { readonly figures: Figures; readonly daily: readonly Measured[]; readonly files: readonly number[]; readonly outages: number }

/** In days. */
const filesEvery = 5
/** In milliseconds of real time. Node closes connections that were idle for five seconds. */
const idleLife = 7_000

/** People who act together share a beat. */
const actsEvery = 60 * minute
/** Not everybody answers every day. */
const zeal = 0.4

/** After an HTTP error, Slack's SDK waits for seconds of real time. */
const absences: readonly Absence[] = ['failing', 'cut', 'failing', 'failing']

/** So many beats after a restart, whatever was left over is done. */
const beatsAfterRestart = 3

export async function soak(options: SoakOptions): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-soak-'))
  const { stage, close } = await openStage(options, folder)
  try {
    const quizzes = await setUp(stage, options)
    const from = stage.clock.now
    const to = from + options.days * day
    const agenda = planMonth(quizzes, from, to, { share: 0.02, hangs: 0, grain: actsEvery, zeal }, stage.random)
    const { daily, files } = await live(stage, agenda, options)
    for (const side of stage.sides) side.away(null)
    moveClock(stage, to)
    await endMonth(stage, quizzes, to)
    return { figures: auditOf(stage, agenda.dues), daily, files, outages: agenda.outages.length }
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function live(stage: Stage, { moments, outages }: Agenda, { progress }: SoakOptions): Promise<Pick<Soaked, 'daily' | 'files'>> {
  const { clock, sides } = stage
  const daily: Measured[] = []
  const files: number[] = []
  let absence: Absence | null = null
  let today = dateOf(clock.now)
  for (const moment of moments) {
    if (dateOf(moment.at) !== today) {
      today = dateOf(moment.at)
      daily.push(await beginDay(stage, moment.at))
      if (daily.length % filesEvery === 1) {
        await sleep(idleLife)
        files.push((await stage.victim.measure()).files)
      }
      progress?.(`${today}: ${inWords(daily.at(-1))}`)
    }
    const outage = outages.findIndex(({ from, to }) => from <= moment.at && moment.at < to)
    const how = outage < 0 ? null : (absences[outage % absences.length] ?? null)
    if (how !== absence) for (const side of sides) side.away(how)
    absence = how
    await pass(stage, moment)
  }
  return { daily, files }
}

async function pass(stage: Stage, { at, troubles, acts }: Moment): Promise<void> {
  const { clock, victim, notes } = stage
  moveClock(stage, at)
  for (const { quiz, trouble } of troubles) quiz.side.trouble(quiz, trouble)
  await Promise.all([victim.setClock(clock.now, { beat: true, lastLook: null }), ...acts.map(notes.act)])
}

async function beginDay(stage: Stage, at: number): Promise<Measured> {
  const { clock, victim } = stage
  await victim.restart()
  for (let beat = beatsAfterRestart; beat > 0; beat -= 1) {
    moveClock(stage, Math.max(clock.now, at - beat * minute))
    await victim.setClock(clock.now, { beat: true, lastLook: null })
  }
  return victim.measure()
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

function inWords(measured: Measured | undefined): string {
  if (measured === undefined) return ''
  const { heap, outside, whole } = measured
  return `${megabytes(heap)} MiB on the heap, ${megabytes(outside)} outside, ${megabytes(whole)} resident`
}
