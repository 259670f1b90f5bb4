// Two paths to one database are told to be one, also before there is a file.
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { actualPath } from '../../src/ledger/sqlite/file/actual-path.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const realFolder = () => realpathSync(newFolder())

it('of a file, a link to it, and a link to its folder, the path is that of the file', () => {
  const folder = realFolder()
  mkdirSync(join(folder, 'real'))
  const file = join(folder, 'real', 'ledger')
  writeFileSync(file, '')
  symlinkSync(file, join(folder, 'link'))
  symlinkSync('real', join(folder, 'linked'))
  expect([file, join(folder, 'link'), join(folder, 'linked', 'ledger')].map(actualPath)).toEqual([file, file, file])
})

it('of a file that is not there yet, it is the same, whatever links lead to it', () => {
  const folder = realFolder()
  mkdirSync(join(folder, 'real'))
  const file = join(folder, 'real', 'ledger')
  symlinkSync('real', join(folder, 'linked'))
  symlinkSync(join('real', 'ledger'), join(folder, 'link'))
  symlinkSync('link', join(folder, 'link-to-link'))
  expect([file, join(folder, 'linked', 'ledger'), join(folder, 'link'), join(folder, 'link-to-link')].map(actualPath)).toEqual([file, file, file, file])
})

it('of a folder that is not there yet, it is an absolute one', () => {
  const folder = realFolder()
  const file = join(folder, 'var', 'ledger')
  expect(actualPath(relative(process.cwd(), file))).toBe(file)
})

it('a link to itself leads nowhere but to itself', () => {
  const link = join(realFolder(), 'link')
  symlinkSync('link', link)
  expect(actualPath(link)).toBe(link)
})
