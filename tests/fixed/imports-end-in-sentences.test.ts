// Whatever is wrong with a file or a folder, the person who named it hears what to do, and soon; nothing is left behind.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { asOperatorError } from '../../src/cli/file-fault.ts'
import { importFile } from '../../src/cli/import.ts'
import { OperatorError } from '../../src/cli/operator-error.ts'
import { findingsOfPairs } from '../../src/course/check/pairs.ts'
import { formatReport } from '../../src/course/check/report.ts'
import { loadCourse } from '../../src/course/load.ts'
import { checkLikeness } from '../../src/course/check/likeness.ts'
import { contents, fileOf, folder, target } from '../fakes/import-files.ts'
import { houseRules } from '../course/course-folder.ts'

const table = 'id,question,a,b,right,why,source\ndoor,Who opens the office?,Ada,Bob,a,She does.,Handbook\nkey,Who has the key?,Ada,Bob,a,,\n'

describe('a draft', () => {
  test('that is no YAML is named with its line, and nothing changes', () => {
    const ops = target()
    ops.take('ops.csv', table)
    const drafts = join(ops.dir, 'drafts/ops.yaml')
    writeFileSync(drafts, ops.read('drafts/ops.yaml').replace('explanation: ""', 'explanation: Because it says so: twice'))
    const before = contents(ops.dir)
    const line = 1 + ops.read('drafts/ops.yaml').split('\n').findIndex((each) => each.includes('twice'))
    for (const take of [() => importFile(drafts, {}), () => ops.take('ops.csv', table)]) expect(take).toThrow(new RegExp(`drafts/ops\\.yaml:${line} is no YAML, so nothing was changed: .*Put a text with a colon in it in quotes\\.`, 'u'))
    expect(contents(ops.dir)).toEqual(before)
  })

  test.each([
    ['too long a text', 'explanation: ""', `explanation: ${'She does. '.repeat(150).trim()}`, 'The explanation has 1499 characters. Shorten it to 1200.'],
    ['no right option', /key:\n\s+- a/u, 'key:', 'No option is marked as right.'],
  ])('with %s stays a draft, with all that somebody wrote into it', (_, old, fresh, why) => {
    const ops = target()
    ops.take('ops.csv', table)
    const drafts = join(ops.dir, 'drafts/ops.yaml')
    writeFileSync(drafts, ops.read('drafts/ops.yaml').replace(old, fresh).replace('keyPoint: ""', 'keyPoint: Ada has it.'))
    expect(importFile(drafts, {}).join('\n')).toContain(`key: ${why}`)
    expect(ops.read('drafts/ops.yaml')).toContain('keyPoint: Ada has it.')
    importFile(drafts, {})
    expect(ops.read('drafts/ops.yaml')).toContain('keyPoint: Ada has it.')
  })

  test.each([
    ['a number as an option', 'a: Ada', 'a: 80', '"drafts › 1 › options › a" is the number 80'],
    ['no list', 'drafts:', 'draft:', '"drafts" is missing'],
  ])('with %s is named with its line, and nothing changes', (_, old, fresh, why) => {
    const ops = target()
    ops.take('ops.csv', table)
    const drafts = join(ops.dir, 'drafts/ops.yaml')
    writeFileSync(drafts, ops.read('drafts/ops.yaml').replace(old, fresh))
    const before = contents(ops.dir)
    for (const take of [() => importFile(drafts, {}), () => ops.take('ops.csv', table)]) expect(take).toThrow(why)
    expect(contents(ops.dir)).toEqual(before)
  })

  test('can be the first question that a course has', () => {
    const ops = target()
    ops.take('ops.csv', table.replace('She does.', ''))
    writeFileSync(join(ops.dir, 'drafts/ops.yaml'), ops.read('drafts/ops.yaml').replace('explanation: ""', 'explanation: She does.'))
    expect(importFile(join(ops.dir, 'drafts/ops.yaml'), {})[0]).toContain('1 question added')
  })

  test('stays as it is when the file is read again, and so do its letters', () => {
    const ops = target()
    const some = ['question,correct answer,wrong answer 1,why', ...['door', 'key', 'car', 'rota'].map((what) => `Who has the ${what}?,Ada,Bob,`)].join('\n')
    ops.take('ops.csv', some)
    const before = contents(ops.dir)
    ops.take('ops.csv', some)
    expect(contents(ops.dir)).toEqual(before)
  })

  test('with a difficulty that the course doesn’t know says so', () => {
    const ops = target()
    ops.take('ops.csv', table)
    const drafts = join(ops.dir, 'drafts/ops.yaml')
    writeFileSync(drafts, ops.read('drafts/ops.yaml').replace('keyPoint: ""', 'difficulty: hrad'))
    expect(importFile(drafts, {}).join('\n')).toContain('The difficulty “hrad” was left out. It can be easy, medium, hard.')
  })

  test('keeps what only a course’s question has', () => {
    const ops = target()
    ops.take('ops.csv', 'question,a,b,right,why,source,difficulty,note\nWho has the key?,Ada,Bob,a,,Handbook,hard,The rota differs.\n')
    writeFileSync(join(ops.dir, 'drafts/ops.yaml'), ops.read('drafts/ops.yaml').replace('explanation: ""', 'explanation: She has.'))
    importFile(join(ops.dir, 'drafts/ops.yaml'), {})
    expect(ops.course().questions[0]).toMatchObject({ difficulty: 'hard', note: 'The rota differs.' })
  })
})

test('an explanation with a comment in it marks no facts', () => {
  const ops = target()
  expect(ops.take('ops.csv', table.replace('She does.', 'She does. <!-- facts: f1 -->'))).toContain('1 question added')
  expect(ops.course().questions[0]?.explanation).toBe('She does. <!-- facts: f1 -->')
})

describe('a place that can’t be written', () => {
  test.each<[string, (dir: string) => string, RegExp]>([
    ['a file', (dir) => join(dir, 'holiday.txt'), /holiday\.txt is a file\. Name the folder of a course, or a new folder\./u],
    ['a folder in a file', (dir) => join(dir, 'holiday.txt/ops'), /a part of it is a file and no folder/u],
    ['a place where no folder can be made', () => '/proc/foo/bar', /can't be written, because its folder doesn't exist/u],
  ])('%s is refused at once', (_, place, why) => {
    const dir = folder()
    writeFileSync(join(dir, 'holiday.txt'), 'x')
    const file = fileOf('ops.csv', table)
    vi.stubEnv('TMPDIR', folder())
    onTestFinished(() => void vi.unstubAllEnvs())
    const take = () => importFile(file, { into: place(dir) })
    expect(take).toThrow(why)
    expect(take).toThrow(OperatorError)
    expect(readdirSync(tmpdir())).toEqual([])
  })

  test.each([['EACCES', "You don't have permission"], ['EROFS', 'can only be read'], ['ENOSPC', 'no room left'], ['EIO', 'a.csv can\'t be used (EIO)']])('for %s says so', (code, words) => {
    const fault = Object.assign(new Error(code), { code, syscall: 'open', path: `/x/a.csv.new-${process.pid}` })
    expect(asOperatorError(fault, 'b')).toMatchObject({ name: 'OperatorError', message: expect.stringContaining(words) })
    expect(asOperatorError(new TypeError('x'), 'b')).toBeInstanceOf(TypeError)
  })

  test('says so for an export too', () => {
    const run = (file: string): string => {
      try {
        return execFileSync(process.execPath, ['src/cli.ts', 'export', 'csv', file, '--course', houseRules], { encoding: 'utf8', stdio: 'pipe', env: { PATH: process.env['PATH'] } })
      } catch (fault) {
        return (fault as { readonly stderr: string }).stderr
      }
    }
    const dir = folder()
    mkdirSync(join(dir, 'a folder'))
    expect(run(join(dir, 'out.csv'))).toBe('')
    expect(run(join(dir, 'out.csv'))).toBe(`${join(dir, 'out.csv')} is there already, and nothing is overwritten. Choose another name, or remove it first.\n`)
    expect(run(join(dir, 'no/out.csv'))).toContain('its folder doesn\'t exist')
  })
})

describe('a deck', () => {
  const deck = (sql: string): Uint8Array => {
    const database = new Database(':memory:')
    database.exec(`CREATE TABLE col (decks TEXT); INSERT INTO col VALUES ('{}'); ${sql}`)
    const bytes = database.serialize()
    database.close()
    return zipSync({ 'collection.anki2': bytes, media: strToU8('{}') })
  }

  test.each<[string, () => Uint8Array, RegExp]>([
    ['whose notes go on for ever', () => deck(`CREATE TABLE cards (id, nid, did, ord); CREATE VIEW notes AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS guid, 1 AS mid, 'a' || x || char(31) || 'b' AS flds FROM c`), /has no table “notes”/u],
    ['with far too many notes', () => deck(`CREATE TABLE cards (id, nid, did, ord); CREATE TABLE notes (id, guid, mid, flds); WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 50001) INSERT INTO notes SELECT x, x, 1, '' FROM c`), /more than 50,000 notes or cards/u],
    ['that says less of its size than comes out', () => lying(210_000_000), /larger than 200 MB/u],
    ['whose list of files is cut off', () => zipSync({ 'collection.anki2': strToU8('x') }).subarray(0, 60), /damaged/u],
  ])('%s is refused', (_, data, why) => {
    const into = join(folder(), 'ops')
    expect(() => importFile(fileOf('deck.apkg', data()), { into })).toThrow(why)
    expect(existsSync(into)).toBe(false)
  })

  /** Its heads say that the file isn't packed at all; then, that it is, and the size stays. */
  function lying(size: number): Uint8Array {
    const bytes = Buffer.from(zipSync({ 'collection.anki2': [deflateRawSync(Buffer.alloc(size), { level: 1 }), { level: 0 }] }))
    bytes.writeUInt16LE(8, 8)
    bytes.writeUInt16LE(8, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 10)
    return bytes
  }
})

describe('a long report', () => {
  test('lists so many of a kind in a file, and how many more there are', () => {
    const problem = (line: number, check: string) => ({ level: 'error' as const, check, file: 'questions/a.yaml', line, message: `q${line}: it is alike`, remedy: 'Reword it' })
    const text = formatReport({ problems: [...Array.from({ length: 300 }, (_, at) => problem(at, 'stems-alike')), problem(301, 'key-all')], waived: [], coverage: undefined })
    expect(text.split('\n')).toHaveLength(20 + 1 + 1 + 2)
    expect(text).toContain('questions/a.yaml error [stems-alike] and 280 more of this kind\nquestions/a.yaml:301 error [key-all]')
    expect(text).toContain('301 errors, 0 warnings')
  })

  test('names ten questions that one is like, and compares it no further', () => {
    let compared = 0
    const found = findingsOfPairs(Array.from({ length: 2_000 }, (_, at) => at), (one, other) => {
      compared += 1
      return [[one, other]]
    })
    expect(found.filter(([, other]) => other === 1_999)).toEqual(Array.from({ length: 10 }, (_, at) => [at, 1_999]))
    expect(compared).toBeLessThan(20_000)
    const { course, where } = loadCourse(houseRules)
    const [question] = course?.questions ?? []
    if (course === undefined || question === undefined) throw new Error('the example course is gone')
    const alike = Array.from({ length: 50 }, (_, at) => ({ ...question, id: `copy-${at}` }))
    expect(checkLikeness({ ...course, questions: alike }, where).filter((problem) => problem.question === 'copy-5' && problem.check === 'stems-alike')).toHaveLength(5)
  })
})
