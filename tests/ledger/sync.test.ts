// Waiting for the disk leaves nothing behind.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sync, syncFolder } from '../../src/ledger/sqlite/file/sync.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()

it.skipIf(!tellsOpenFiles)('no file stays open', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'db'), 'answers')
  sync(join(folder, 'db'))
  syncFolder(folder)
  expect(openFilesIn(folder)).toEqual([])
})

it('a file that is not there cannot be waited for, and a folder only if that is possible', () => {
  const folder = newFolder()
  expect(() => sync(join(folder, 'none'))).toThrow('ENOENT')
  expect(() => syncFolder(join(folder, 'none'))).not.toThrow()
})
