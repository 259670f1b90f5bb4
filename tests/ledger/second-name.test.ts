// A database that has two names is refused, but for the second name that a restore had begun to give it.
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { namesOfRestores, refuseSecondName } from '../../src/ledger/sqlite/file/second-name.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'

const newFolder = temporaryFolder()
let file: string

beforeEach(() => {
  file = join(newFolder(), 'db')
  writeFileSync(file, 'answers')
})

it('a database with one name is not refused, and neither is a folder, which is for SQLite to explain, or nothing', () => {
  const folder = join(dirname(file), 'folder')
  mkdirSync(join(folder, 'inside'), { recursive: true })
  mkdirSync(`${folder}.before-then`)
  for (const name of [file, folder, join(dirname(file), 'none')]) {
    expect(() => refuseSecondName(name)).not.toThrow()
    expect(namesOfRestores(name)).toEqual([])
  }
})

it('a database with a second name is refused under both names, and keeps both', () => {
  const other = join(dirname(file), 'other')
  linkSync(file, other)
  for (const name of [file, other]) {
    expect(() => refuseSecondName(name)).toThrow(`The database ${name} has a second name (a hard link), so another bot could use the same file unnoticed. Remove the other name; "find FOLDER -samefile ${name}" finds it. To have two databases, copy the file.`)
  }
  expect(readdirSync(dirname(file))).toEqual(['db', 'other'])
})

it('the second name that a restore had begun to give a database is removed, and no other file', () => {
  linkSync(file, `${file}.before-then`)
  writeFileSync(`${file}.before-earlier`, 'earlier')
  symlinkSync(join(dirname(file), 'nowhere'), `${file}.before-nowhere`)
  expect(namesOfRestores(file)).toEqual([`${file}.before-then`])
  refuseSecondName(file)
  expect(readdirSync(dirname(file))).toEqual(['db', 'db.before-earlier', 'db.before-nowhere'])
})

it('a second name that no restore gave is refused, even beside one that a restore gave', () => {
  linkSync(file, `${file}.before-then`)
  linkSync(file, join(dirname(file), 'my-db.before-then'))
  expect(() => refuseSecondName(file)).toThrow('second name')
  expect(existsSync(join(dirname(file), 'my-db.before-then'))).toBe(true)
})

it('a link that leads to the database is no second name', () => {
  symlinkSync(file, `${file}.before-link`)
  linkSync(file, `${file}.before-then`)
  expect(namesOfRestores(file)).toEqual([`${file}.before-then`])
})

it('a database with one name is used in a folder that cannot be listed', async () => {
  chmodSync(dirname(file), 0o311)
  await withoutRoot(() => expect(() => refuseSecondName(file)).not.toThrow())
})
