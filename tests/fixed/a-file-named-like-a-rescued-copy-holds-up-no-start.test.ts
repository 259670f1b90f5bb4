// An operator's own file, named db.rescued-2030 or db.rescued-may 5, was taken for a copy that the bot had saved: it refused to start.
import { utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { refuseBeforeRescued } from '../../src/ledger/sqlite/file/rescued-first.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'

const newFolder = temporaryFolder()
const rescuedAt = Date.UTC(2026, 10, 30, 21, 35, 31, 123)
const stamp = '2026-11-30T21-35-31-123Z'

function write(name: string): void {
  writeFileSync(name, 'x')
  utimesSync(name, rescuedAt / 1000, rescuedAt / 1000)
}

it.each([
  'rescued-2030', 'rescued-2030-01-01 (1)', 'rescued-may 5', `rescued-${stamp}.bak`, `rescued-${stamp}.123-456.unfinished`, `rescued-${stamp}-2`, `rescued-x${stamp}`, `before-${stamp}`, `replaced-${stamp}-log`,
])('another file beside the database, %s, is no rescued copy', (ending) => {
  const file = join(newFolder(), 'db')
  write(`${file}.${ending}`)
  write(join(dirname(file), `other.rescued-${stamp}`))
  write(join(dirname(file), `my-${basename(file)}.rescued-${stamp}`))
  expect(() => refuseBeforeRescued(file)).not.toThrow()
  write(`${file}.rescued-${stamp}`)
  expect(() => refuseBeforeRescued(file)).toThrow('saved everything up to then')
})
