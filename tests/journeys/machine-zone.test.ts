// The whole program on machines in other zones, in the hour that comes twice there: the round is posted at its minute, as anywhere.
// node-cron alone spins through that hour and calls its minutes missed, also where it is told to use UTC.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { terminalGroup, terminalPlace } from '../../src/platforms/terminal/ids.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { hour, minute, quizOf } from '../ledger/world.ts'
import { startDriven } from './driven-process.ts'

/** The program in the terminal, started before the clocks change, with a quiz in London that is due after that; fulfilled when the question is on the screen. */
async function roundOn(TZ: string, due: number) {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-zone-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'studyhall.sqlite')
  const ledger = await openLedger(file)
  const local = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO('Europe/London')
  const [date, time] = [local.toPlainDate().toString(), local.toPlainTime().toString({ smallestUnit: 'minute' })]
  const quiz = quizOf({ group: terminalGroup, place: terminalPlace, zone: 'Europe/London', time, days: [1, 2, 3, 4, 5, 6, 7], nextDate: date, nextAt: due })
  await ledger.quizzes.change(terminalPlace, 'set up', due - hour, () => ({ quiz }))
  await ledger.close()
  const settings = { TZ, CLOCK_START: String(due - 9 * minute), DATABASE_FILE: file, COURSE_FOLDER: 'tests/courses/house-rules' }
  const { child, ended, passUntil } = startDriven(settings, ['pipe', 'pipe', 'inherit', 'ipc'])
  let shown = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (shown += text))
  await passUntil(() => shown.includes('Question of the day'), () => `the question in: ${shown}`)
  child.kill('SIGTERM')
  await passUntil(ended, () => 'the end of the program')
  const kept = await openLedger(file)
  const [rounds, after] = [await kept.rounds.latest(terminalPlace, 9), await kept.quizzes.at(terminalPlace)]
  await kept.close()
  return { late: (rounds[0]?.openedAt ?? Number.NaN) - due, rounds: rounds.map(({ occasion, day, dueAt, state }) => ({ occasion, day, dueAt, state })), next: [after?.nextDate, after?.nextAt] }
}

test.each([
  ['America/Los_Angeles', '2026-11-01T09:05:00Z'],
  ['Europe/Berlin', '2026-10-25T01:05:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:05:00Z'],
  // The clocks go forward.
  ['America/Los_Angeles', '2026-03-08T10:05:00Z'],
])('on a machine in %s a round that is due at %s is posted then', async (zone, moment) => {
  const due = Date.parse(moment)
  const { late, ...result } = await roundOn(zone, due)
  // Its minute, as on any machine.
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(minute)
  expect(result).toEqual(await expected(due))
})

/** What the same quiz comes to by the calendar of London alone. */
async function expected(due: number) {
  const local = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO('Europe/London')
  const day = (local.hour < 4 ? local.subtract({ days: 1 }) : local).toPlainDate().toString()
  const next = local.toPlainDate().add({ days: 1 })
  const nextAt = next.toZonedDateTime({ timeZone: 'Europe/London', plainTime: local.toPlainTime() }).epochMilliseconds
  return { rounds: [{ occasion: local.toPlainDate().toString(), day, dueAt: due, state: 'open' }], next: [next.toString(), nextAt] }
}
