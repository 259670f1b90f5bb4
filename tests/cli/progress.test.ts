// What somebody sees who waits for a long command.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { progressLine } from '../../src/cli/progress-line.ts'
import { withProgress } from '../../src/cli/progress.ts'
import type { Progress } from '../../src/core/progress.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { ada, worldOf } from '../ledger/world.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'progress-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const clear = '\r\u001B[K'

/** Runs work that holds up its thread until something is shown, or not at all. @returns what came out, and where it stood before the end */
async function shown(isTerminal: boolean, work: (progress: Progress, waitForLine: () => void) => unknown, quietFor = 0): Promise<string> {
  const file = join(folder, 'stderr')
  const descriptor = openSync(file, 'a')
  try {
    const waitForLine = () => {
      const before = statSync(file).size
      // No turn of the event loop: SQLite gives none either.
      for (let looks = 0; looks < 3_000 && statSync(file).size === before; looks += 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
    await withProgress(async (progress) => work(progress, waitForLine), { descriptor, isTerminal, columns: 60, quietFor, every: 1 })
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(descriptor)
  }
}

describe('a long command', () => {
  it('shows on a terminal one line that is drawn again, and clears it at the end, though its thread is held up', async () => {
    const text = await shown(true, (progress, waitForLine) => {
      progress({ what: 'Checking leaderboards', done: 1, of: 13 })
      waitForLine()
    })
    const [before, ...lines] = text.split(clear)
    expect([before, lines.pop()]).toEqual(['', ''])
    expect(new Set(lines.map((line) => line.replace(/\d+ s$/u, 'N s')))).toEqual(new Set(['Checking leaderboards (2 of 13) … N s']))
  })

  it('writes plain lines into a pipe', async () => {
    const text = await shown(false, (progress, waitForLine) => {
      progress({ what: 'Reading answers' })
      waitForLine()
    })
    expect(text).toMatch(/^(?:Reading answers … \d+ s\n)+$/u)
  })

  it('says nothing while it is short, and passes on what it comes to', async () => {
    expect(await shown(true, (progress) => progress({ what: 'Reading answers' }), 600_000)).toBe('')
    expect(await withProgress(() => 7)).toBe(7)
  })

  it('clears the line before a failure is told', async () => {
    const failing = shown(true, (progress, waitForLine) => {
      progress({ what: 'Reading answers' })
      waitForLine()
      throw new Error('disk full')
    })
    await expect(failing).rejects.toThrow('disk full')
    expect(readFileSync(join(folder, 'stderr'), 'utf8').endsWith(clear)).toBe(true)
  })
})

describe('a line', () => {
  it('counts steps, and seconds and minutes', () => {
    expect(progressLine({ what: 'Comparing questions', done: 1_233, of: 2_000 }, 75_400, 80)).toBe('Comparing questions (1,234 of 2,000) … 1 min 15 s')
  })

  it('says how much of a file is there', () => {
    const file = join(folder, 'copy')
    writeFileSync(file, Buffer.alloc(3_400_000))
    expect(progressLine({ what: 'Copying', growing: { file, bytes: 12_000_000 } }, 2_000, 80)).toBe('Copying (4 of about 12 MB) … 2 s')
    expect(progressLine({ what: 'Copying', growing: { file: join(folder, 'none'), bytes: 1 } }, 0, 80)).toBe('Copying (0 of about 1 MB) … 0 s')
  })

  it('fits the terminal', () => {
    expect(progressLine({ what: 'Copying a database with a long name' }, 0, 20)).toBe('Copying a database…')
  })
})

it('a backup and a restore say what they do', async () => {
  const [file, copy] = [join(folder, 'ledger.sqlite'), join(folder, 'copy.sqlite')]
  const world = worldOf(await openLedger(file))
  await world.setUp()
  await world.answer(await world.post(), ada, 'b')
  await world.ledger.close()
  const told: string[] = []
  await backupFrom(file, copy, ({ what }) => void told.push(what))
  restoreLedger(copy, file, 'now', ({ what }) => void told.push(what))
  expect(told).toEqual([
    `Copying ${file}`, 'Opening the database', 'Checking the file', 'Checking leaderboards', 'Checking streaks', 'Checking corrections', 'Checking courses', 'Checking votes', 'Checking ranks',
    'Checking the words of questions', 'Checking questions of teams', 'Checking what people remember', 'Checking private sessions', 'Checking linked accounts', 'Checking shared channels',
    `Copying ${copy}`, 'Looking at the database that is there',
  ])
})
