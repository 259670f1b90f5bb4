// How long somebody who answers waits at the worst while the bot does something large: the close of a round with 20,000 answers that
// wait for it, a correction of that round, a backup of a hundred megabytes, and a new version of the shipped course.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../src/core/log.ts'
import { liveCourses } from '../../src/course/courses.ts'
import { openCourses } from '../../src/course/open-courses.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { createLiveCount } from '../../src/delivery/live-count.ts'
import type { Work } from '../../src/delivery/work.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { taughtFrom } from '../../src/service/courses.ts'
import { createReload } from '../../src/service/reload.ts'
import { rounded, type Figure, type Size } from './figure.ts'
import { bank, sampleQuiz, start } from './sample.ts'

const sizes = { whole: { people: 20_000, megabytes: 150 }, brief: { people: 600, megabytes: 1 } }
const words = { topicTitle: '', stem: '', options: [], explanation: '', whyNot: {}, keyPoint: '', note: null, sources: [] }
const [group, atClose, other] = ['slack:group', 'slack:at-close', 'slack:other']
/** In milliseconds; each waits for the one before. */
const answerEvery = 5

export async function pauses(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { people, megabytes } = sizes[size]
  const dir = mkdtempSync(join(tmpdir(), 'studyhall-bench-'))
  const opened = openDatabase(join(dir, 'ledger'), { salt: 'bench' })
  const ledger = ledgerOn(opened)
  try {
    const rounds = await openRounds(ledger)
    await Promise.all(Array.from({ length: people }, (_, person) => answer(ledger, rounds.atClose, `waiting-${person}`)))
    const quiet = await longestWait(ledger, rounds.other, 'quiet', () => new Promise((resolve) => setTimeout(resolve, 1_000)))
    const close = await longestWait(ledger, rounds.other, 'close', () => closing(ledger).tick())
    const correction = await longestWait(ledger, rounds.other, 'correction', async () => {
      await ledger.corrections.correct(rounds.atClose, { change: { kind: 'regrade', key: ['c'] }, why: '', version: 0, words }, 'operator', start + 3 * 3_600_000)
      await closing(ledger).tick()
    })
    opened.db.exec('CREATE TABLE bulk (bytes)')
    const insert = opened.db.prepare('INSERT INTO bulk VALUES (randomblob(1000000))')
    for (let megabyte = 0; megabyte < megabytes; megabyte++) insert.run()
    const backup = await longestWait(ledger, rounds.other, 'backup', () => ledger.upkeep.backup(join(dir, 'copy')))
    return [
      figure(`while a round with ${people.toLocaleString('en')} answers closes`, close, quiet, 300),
      figure('while that round is corrected', correction, quiet, 300),
      figure(`during a backup of ${megabytes} MB`, backup, quiet, 100),
      figure('while a changed course is read again and taken up', await whileReloading(ledger, rounds.other, dir), quiet, 100),
    ]
  } finally {
    await ledger.close()
    rmSync(dir, { recursive: true })
  }
}

async function whileReloading(ledger: Ledger, round: string, dir: string): Promise<number> {
  const [folder, cacheDir] = [join(dir, 'course'), join(dir, 'cache')]
  cpSync(join(import.meta.dirname, '../../data/aws-shared-responsibility'), folder, { recursive: true })
  const opened = await openCourses([folder], cacheDir)
  const live = liveCourses(await taughtFrom(opened, ledger))
  const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  const reload = createReload(opened, { folders: [folder], cacheDir, ledger, live, now: () => start, log, warn: () => undefined, taken: async () => undefined })
  const file = join(folder, 'glossary.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('definition: ', 'definition: In short, '))
  return longestWait(ledger, round, 'reload', async () => {
    if ((await reload.now()).failed) throw new Error('The course was not taken up.')
  })
}

function figure(when: string, wait: number, quiet: number, most: number): Figure {
  return {
    what: `(h) longest wait of an answer ${when}`,
    value: `${rounded(wait, 0)} ms`,
    floor: `${rounded(quiet, 0)} ms while nothing else happens`,
    ratio: wait / quiet,
    goal: `at most ${most} ms`,
    reached: wait <= most,
  }
}

async function openRounds(ledger: Ledger): Promise<{ readonly atClose: string; readonly other: string }> {
  const quizzes = [{ ...sampleQuiz(group, atClose), feedback: 'at-close' as const, openMinutes: 60 }, { ...sampleQuiz(group, other), openMinutes: 5 * 24 * 60 }]
  for (const quiz of quizzes) await ledger.quizzes.change(quiz.place, 'set-up', start, () => ({ quiz }))
  for (const { round } of await ledger.delivery.claimDue(start, bank, 2)) await ledger.delivery.confirmPosted(round.id, 'message', start)
  const idAt = async (place: string) => (await ledger.rounds.open(place, start))?.id ?? ''
  return { atClose: await idAt(atClose), other: await idAt(other) }
}

async function answer(ledger: Ledger, round: string, name: string): Promise<void> {
  const outcome = await ledger.answers.take(round, { id: `${group}/${name}`, group, name, standIn: false }, ['b'], start + 60_000)
  if (outcome?.verdict.kind !== 'counted') throw new Error(`The answer of ${name} did not count.`)
}

/** In milliseconds, of answers that come one after the other until the work is done. */
async function longestWait(ledger: Ledger, round: string, name: string, work: () => Promise<unknown>): Promise<number> {
  const state = { done: false }
  const finished = work().finally(() => (state.done = true))
  let longest = 0
  for (let person = 0; !state.done; person++) {
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, answerEvery))
    await answer(ledger, round, `${name}-${person}`)
    longest = Math.max(longest, performance.now() - before - answerEvery)
  }
  await finished
  return longest
}

/** The bot's own delivery, on a platform that is not there. */
function closing(ledger: Ledger) {
  const work = { ledger, courses: { bank }, log: { debug() {}, info() {}, warn() {}, error() {} }, now: () => start + 2 * 3_600_000, platform: () => undefined } as unknown as Work
  const never = () => () => undefined
  return createDelivery(work, createLiveCount(work, never), never)
}

