// Files of people become courses: over the command, on real folders.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFile } from '../../src/cli/import.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { courseFolder } from '../course/course-folder.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'import-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder(), name)
  writeFileSync(file, content)
  return file
}

const table = [
  'id,question,a,b,c,right,why,remember,source,topic',
  'deploy-friday,Who signs off on a deploy on Friday?,The engineer on call,The release captain,The whole team,b,The captain signs off on Fridays.,Fridays need the captain.,Release handbook section 3,Releases',
  'secrets,Where do secrets go?,In the repo,In the vault,,b,,,,Security',
  'pager,What comes first when the pager rings?,Acknowledging it,Calling the customer,,a,It stops the escalation.,,https://wiki.example/pager,On call',
].join('\n')

describe('a table of questions', () => {
  test('becomes a course that can be asked at once, with a list of what is missing in the others', () => {
    const into = join(folder(), 'ops')
    const lines = importFile(fileOf('team-ops.csv', table), { into, title: 'How we run things' })
    expect(lines[0]).toBe(`team-ops.csv (CSV) went into the new course ${into}: 2 questions added.`)
    expect(lines.join('\n')).toContain('  secrets: Nothing says why the right answer is right. There’s no source: say where people can read it. (Where do secrets go?)')
    const course = loadCourseOrThrow(into)
    expect(course.title).toBe('How we run things')
    expect(course.topics.map(({ title }) => title)).toEqual(['Releases', 'On call'])
    expect(course.questions.map(({ id, key, explanation, sources }) => [id, key, explanation, sources.map(({ key: cited }) => cited)])).toEqual([
      ['pager', ['a'], 'It stops the escalation.', ['team-ops / https://wiki.example/pager']],
      ['deploy-friday', ['b'], 'The captain signs off on Fridays.', ['team-ops / Release handbook section 3']],
    ])
  })

  test('read again changes nothing, and says so', () => {
    const [into, file] = [join(folder(), 'ops'), fileOf('team-ops.csv', table)]
    importFile(file, { into })
    const before = contents(into)
    const lines = importFile(file, { into })
    expect(lines[0]).toBe(`team-ops.csv (CSV) went into ${into}: 2 questions already there.`)
    expect(lines.filter((line) => line.startsWith('wrote'))).toEqual([])
    expect(contents(into)).toEqual(before)
  })

  test('with other words under the same name leaves what is there, unless told to replace it', () => {
    const into = join(folder(), 'ops')
    importFile(fileOf('team-ops.csv', table), { into })
    const changed = fileOf('team-ops.csv', table.replace('Who signs off on a deploy on Friday?', 'Who approves a Friday deploy?'))
    expect(importFile(changed, { into })[0]).toContain('2 questions already there (1 with other words; --replace takes those of the file)')
    expect(importFile(changed, { into, replace: true })[0]).toContain('1 question replaced, 1 question already there')
    expect(loadCourseOrThrow(into).byId.questions.get('deploy-friday')?.stem).toBe('Who approves a Friday deploy?')
  })

  test('takes a draft once somebody has filled it in', () => {
    const into = join(folder(), 'ops')
    importFile(fileOf('team-ops.csv', table), { into })
    const drafts = join(into, 'drafts/team-ops.yaml')
    writeFileSync(drafts, readFileSync(drafts, 'utf8').replace('explanation: ""', 'explanation: The vault keeps a record of who reads them.').replace('source: ""', 'source: Security page'))
    expect(importFile(drafts, {})[0]).toContain('1 question added')
    expect(loadCourseOrThrow(into).byId.questions.get('secrets')?.topic).toBe('security')
    expect(readFileSync(drafts, 'utf8')).toContain('drafts: []')
  })

  test('keeps what somebody wrote into a draft when the file is read again', () => {
    const [into, file] = [join(folder(), 'ops'), fileOf('team-ops.csv', table)]
    importFile(file, { into })
    const drafts = join(into, 'drafts/team-ops.yaml')
    writeFileSync(drafts, readFileSync(drafts, 'utf8').replace('explanation: ""', 'explanation: The vault keeps a record.'))
    importFile(file, { into })
    expect(readFileSync(drafts, 'utf8')).toContain('The vault keeps a record.')
  })

  test('gets one source for all that name none', () => {
    const into = join(folder(), 'ops')
    importFile(fileOf('q.csv', 'question,a,b,right,why\nWho?,We,They,a,It is ours.\n'), { into, source: 'The handbook' })
    expect(loadCourseOrThrow(into).questions[0]?.sources[0]?.section).toBe('The handbook')
  })

  test('goes into a course that is there, beside what it has, and its comments stay', () => {
    const into = courseFolder({ 'course.yaml': ['topics:', '# what we teach\ntopics:'] })
    const before = loadCourseOrThrow(into).questions.length
    importFile(fileOf('team-ops.csv', table), { into })
    const course = loadCourseOrThrow(into)
    expect(course.questions).toHaveLength(before + 2)
    expect(course.topics.map(({ id }) => id)).toEqual(['repairs', 'safety', 'releases', 'on-call'])
    expect(readFileSync(join(into, 'course.yaml'), 'utf8')).toContain('# what we teach')
  })

  test('is only told about with --dry-run', () => {
    const into = join(folder(), 'ops')
    expect(importFile(fileOf('team-ops.csv', table), { into, dryRun: true }).join('\n')).toMatch(/would go into the new course .*: 2 questions added[^]*Nothing was written\./u)
    expect(existsSync(into)).toBe(false)
  })
})

test('an exam without explanations is all drafts, and the course says that it waits for one', () => {
  const into = join(folder(), 'exam')
  const lines = importFile(fileOf('exam.md', '### Who pays?\n\n- [x] We\n- [ ] They\n\n### Who else?\n\n- [x] We\n- [ ] They\n'), { into })
  expect(lines.join('\n')).toMatch(/no question that can be asked yet, and 2 drafts\.[^]*2 questions can't be asked yet[^]*until a draft is complete/u)
  expect(existsSync(join(into, 'drafts/exam.yaml'))).toBe(true)
})

describe('a deck of Anki', () => {
  const oldDeck = (): Uint8Array => deckFile((database) => {
    database.exec(`CREATE TABLE col (decks TEXT); CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT); CREATE TABLE cards (id INTEGER, nid INTEGER, did INTEGER, ord INTEGER)`)
    database.prepare('INSERT INTO col VALUES (?)').run(JSON.stringify({ 7: { name: 'Ops::On call' } }))
  })
  const newDeck = (): Uint8Array => deckFile((database) => {
    database.exec(`CREATE TABLE notetypes (id INTEGER, name TEXT); CREATE TABLE decks (id INTEGER, name TEXT); CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT); CREATE TABLE cards (id INTEGER, nid INTEGER, did INTEGER, ord INTEGER)`)
    database.prepare('INSERT INTO decks VALUES (7, ?)').run('Ops\u001FOn call')
    // What Anki writes, and what plain SQLite can't sort by.
    database.unsafeMode(true).pragma('writable_schema = ON')
    database.exec(`UPDATE sqlite_master SET sql = replace(sql, 'name TEXT', 'name TEXT COLLATE unicase')`)
  })

  test.each([
    ['an old package', () => zipSync({ 'collection.anki2': oldDeck(), media: strToU8('{}') })],
    ['a new package', () => zipSync({ meta: Uint8Array.from([8, 3]), 'collection.anki21b': zstdCompressSync(newDeck()), 'collection.anki2': strToU8('too old'), media: new Uint8Array() })],
  ])('%s', (_, zip) => {
    const into = courseFolder()
    const before = loadCourseOrThrow(into).flashcards.length
    expect(importFile(fileOf('ops.apkg', zip()), { into })[0]).toBe(`ops.apkg (Anki package) went into ${into}: 2 cards added.`)
    const { flashcards } = loadCourseOrThrow(into)
    expect(flashcards.slice(before).map(({ front, back, topic }) => [front, back, topic])).toEqual([['Who holds the pager?', 'The primary', 'on-call'], ['SLO', 'A target', 'on-call']])
    expect(importFile(fileOf('ops.apkg', zip()), { into })[0]).toContain('2 cards already there')
  })

  test.each<[string, () => Uint8Array, RegExp]>([
    ['a zip without a deck', () => zipSync({ 'a.txt': strToU8('x') }), /holds no deck/u],
    ['half a zip', () => oldZip().subarray(0, 300), /damaged/u],
    ['a deck that is no database', () => zipSync({ 'collection.anki2': strToU8('nothing') }), /can’t be read/u],
    ['a deck that grows when it is unpacked', () => zipSync({ 'collection.anki21b': zstdCompressSync(new Uint8Array(210_000_000)) }), /larger than 200 MB/u],
  ])('%s is refused, and nothing is written', (_, zip, why) => {
    const into = join(folder(), 'ops')
    expect(() => importFile(fileOf('ops.apkg', zip()), { into })).toThrow(why)
    expect(existsSync(into)).toBe(false)
  })

  const oldZip = (): Uint8Array => zipSync({ 'collection.anki2': oldDeck() })

  function deckFile(fill: (database: Database.Database) => void): Uint8Array {
    const file = join(folder(), 'deck.db')
    const database = new Database(file)
    database.pragma('journal_mode = WAL')
    fill(database)
    database.exec(`INSERT INTO notes VALUES (1, 'g1', 1, 'Who holds the <b>pager</b>?' || char(31) || 'The primary'), (2, 'g2', 1, 'SLO' || char(31) || 'A target');
      INSERT INTO cards VALUES (1, 1, 7, 0), (2, 2, 7, 0)`)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    return readFileSync(file)
  }
})

describe('what cannot be taken', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['no questions', 'notes.md', 'Just a note.\n', /Nothing in notes.md could be imported:\n  Just a note.: It has no options/u],
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /isn’t a text file/u],
    ['an empty file', 'empty.csv', '', /nothing in it/u],
  ])('%s', (_, name, content, why) => {
    const into = join(folder(), 'x')
    expect(() => importFile(fileOf(name, content), { into })).toThrow(why)
    expect(existsSync(into)).toBe(false)
  })

  test('a folder that is no course, and a file that is not there', () => {
    const into = folder()
    writeFileSync(join(into, 'holiday.txt'), 'x')
    expect(() => importFile(fileOf('q.csv', table), { into })).toThrow('holds no course.yaml')
    expect(() => importFile(join(into, 'nothing.csv'), {})).toThrow('There is no file')
  })

  test('a course with errors is left as it is', () => {
    const into = courseFolder({ 'questions/repairs.yaml': ['key: [a]', 'key: [f]'] })
    const before = contents(into)
    expect(() => importFile(fileOf('q.csv', table), { into })).toThrow('has errors. Correct them first')
    expect(contents(into)).toEqual(before)
  })
})

test('the commands: a table in, a table out, and the same questions in it', () => {
  const run = (...args: readonly string[]): string => execFileSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'] } })
  const into = join(folder(), 'ops')
  expect(run('import', fileOf('team-ops.csv', table), '--into', into)).toContain('2 questions added')
  const file = join(folder(), 'out.csv')
  run('export', 'csv', file, '--course', into)
  const again = join(folder(), 'again')
  expect(run('import', file, '--into', again)).toContain('2 questions added')
  const stems = (dir: string): readonly string[] => loadCourseOrThrow(dir).questions.map(({ stem }) => stem).sort()
  expect(stems(again)).toEqual(stems(into))
})

function contents(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/u.test(name)).sort()
  return new Map(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]))
}
