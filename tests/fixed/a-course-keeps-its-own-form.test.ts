// An import adds what is new to files that somebody wrote by hand, and leaves every other line as it is.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { importFile } from '../../src/cli/import.ts'
import { withItems } from '../../src/course/import/into/yaml-splice.ts'
import { parse } from 'yaml'
import { courseFolder } from '../course/course-folder.ts'
import { contents, fileOf, folder, target } from '../fakes/import-files.ts'

const row = { id: 'new', title: 'New: one', weight: 2 }

describe('a list gets one more item', () => {
  test.each<[string, string, string]>([
    ['in lines', 'topics:\n  - id: a\n    title: A   # kept\n\n# after\nsheets: []\n', 'topics:\n  - id: a\n    title: A   # kept\n  - id: new\n    title: "New: one"\n    weight: 2\n\n# after\nsheets: []\n'],
    ['in lines without indent', 'topics:\n- { id: a, title: A }\n', 'topics:\n- { id: a, title: A }\n- id: new\n  title: "New: one"\n  weight: 2\n'],
    ['at the end of a file without a line break', 'topics:\n  - { id: a }', 'topics:\n  - { id: a }\n  - id: new\n    title: "New: one"\n    weight: 2\n'],
    ['in brackets', 'topics: [{ id: a,   title: A }]\nsheets: []\n', 'topics: [{ id: a,   title: A }, { id: new, title: "New: one", weight: 2 }]\nsheets: []\n'],
    ['in brackets over lines', 'topics: [\n  { id: a }, # first\n  { id: b }, # second\n]\n', 'topics: [\n  { id: a }, # first\n  { id: b }, { id: new, title: "New: one", weight: 2 }, # second\n]\n'],
    ['where there was none', 'topics: []\nid: x\n', 'topics:\n  - id: new\n    title: "New: one"\n    weight: 2\nid: x\n'],
    ['where there was no list', 'id: x\n', 'id: x\ntopics:\n  - id: new\n    title: "New: one"\n    weight: 2\n'],
    ['behind a text over lines', 'topics:\n  - id: a\n    title: |\n      A\n\n      B\nid: x\n', 'topics:\n  - id: a\n    title: |\n      A\n\n      B\n  - id: new\n    title: "New: one"\n    weight: 2\nid: x\n'],
  ])('%s', (_, text, expected) => {
    expect(withItems(text, 'topics', [row])).toBe(expected)
    expect(parse(expected)).toMatchObject({ topics: expect.arrayContaining([row]) })
  })

  test('or other words in the place of those that were there', () => {
    const text = 'topics:\n  # first\n  - id: new   # the one\n    title: >-\n      Old\n      words\n    keys: [a,   b]\n    image: { file: x.png }\n  - { id: b, title: B }\n'
    expect(withItems(text, 'topics', [{ id: 'new', title: 'Words', keys: ['a', 'b'], weight: 2 }])).toBe('topics:\n  # first\n  - id: new   # the one\n    title: Words\n    keys: [a,   b]\n    image: { file: x.png }\n    weight: 2\n  - { id: b, title: B }\n')
    expect(withItems(text, 'topics', [{ id: 'b', title: 'C' }])).toBe(text.replace('title: B', 'title: C'))
  })
})

const table = 'question,a,b,right,why,source,topic\nWho opens the office?,Ada,Bob,a,She does.,Handbook,Doors\n'

test('course.yaml keeps its comments, brackets, and line breaks', () => {
  const yaml = contents(courseFolder()).get('course.yaml') ?? ''
  const own = yaml.replace('title: Who looks after a rented apartment', '# our own words\ntitle:   "Who looks after a rented apartment"')
  const house = target(courseFolder({ 'course.yaml': own }))
  house.take('doors.csv', table)
  const lines = house.read('course.yaml').split('\n')
  const old = own.split('\n')
  expect(lines.filter((line) => old.includes(line))).toEqual(old)
  expect(lines.filter((line) => !old.includes(line))).toEqual(['  - id: doors', '    title: Doors', '    file: documents/doors.md', '  - id: doors', '    title: Doors', expect.stringMatching(/^ {4}weight: /u)])
})

describe('the document of sources', () => {
  const head = 'question,a,b,right,why,source\n'
  const door = (why: string): string => `${head}Who opens the office?,Ada,Bob,a,${why},Handbook\n`
  const soap = `${head}Which soap cleans stairs?,Green,Blue,a,It is mild.,Handbook\n`

  test.each<[string, (text: string) => string, string]>([
    ['with the line breaks of Windows', (text) => text.replaceAll('\n', '\r\n'), '# Ops\r\n\r\n## Handbook\r\n\r\n- Ada has it.\r\n- It is mild.\r\n'],
    ['with its headings a level deeper', (text) => text.replace('##', '###'), '# Ops\n\n### Handbook\n\n- Ada has it.\n- It is mild.\n'],
    ['with code in it', (text) => `${text}\n\`\`\`\n# no heading\n\`\`\`\n`, '# Ops\n\n## Handbook\n\n- Ada has it.\n\n```\n# no heading\n```\n- It is mild.\n'],
  ])('%s gets more, and other words in the place of those that were there', (_, edit, expected) => {
    const ops = target()
    ops.take('ops.csv', door('She does.'))
    writeFileSync(join(ops.dir, 'documents/ops.md'), edit(ops.read('documents/ops.md')))
    expect(ops.take('ops.csv', soap)).toContain('1 question added')
    expect(ops.take('ops.csv', door('Ada has it.'), { replace: true })).toContain('1 question replaced')
    expect(ops.read('documents/ops.md')).toBe(expected)
  })

  test('can have the name of a source as its title', () => {
    const ops = target()
    expect(ops.take('ops.csv', door('She does.'), { title: 'Handbook' })).toContain('1 question added')
    expect(ops.read('documents/ops.md')).toBe('# Handbook\n\n- She does.\n')
    ops.take('ops.csv', door('She does.').replace('Handbook', 'Rota'), { replace: true })
    expect(ops.read('documents/ops.md')).toBe('# Handbook\n\n## Rota\n\n- She does.\n')
  })
})

describe('topics', () => {
  const topics = ['セキュリティ', '数据库', 'Москва', 'C', 'C++', 'C#', 'Ops & Dev', 'Ops/Dev', 'ops/dev']
  const some = (names: readonly string[]): string => ['question,a,b,right,why,source,topic', ...names.map((name, nth) => `Who answers the call ${nth} of ${['the captain', 'a neighbor', 'our supplier'][nth % 3]}?,Ada ${nth},Bob ${nth},b,Reason ${nth}.,Handbook,${name}`)].join('\n')

  test('in any script, and those that differ in signs alone, get ids of their own, and are known again', () => {
    const ops = target()
    expect(ops.take('ops.csv', some(topics))).toContain('9 questions added')
    const ids = new Map(ops.course().topics.map(({ id, title }) => [title, id]))
    expect([...ids]).toEqual([['セキュリティ', 'topic-1'], ['数据库', 'topic-2'], ['Москва', 'topic-3'], ['C', 'c'], ['C++', 'c-2'], ['C#', 'c-3'], ['Ops & Dev', 'ops-dev'], ['Ops/Dev', 'ops-dev-2']])
    ops.take('more.csv', some([...topics].reverse()).replaceAll('answers', 'hears'))
    expect(new Map(ops.course().topics.map(({ id, title }) => [title, id]))).toEqual(ids)
  })
})

describe('without --into', () => {
  let home = ''
  beforeEach(() => {
    home = folder()
    mkdirSync(join(home, 'data'))
    vi.spyOn(process, 'cwd').mockReturnValue(home)
  })
  afterEach(() => void vi.restoreAllMocks())

  test('a file goes into the course that it made, and into no other one', () => {
    const file = fileOf('doors.csv', table)
    importFile(file, {})
    expect(importFile(file, {})[0]).toContain('1 question already there')
    const house = target(courseFolder())
    mkdirSync(join(home, 'data/house'))
    for (const [name, text] of contents(house.dir)) {
      mkdirSync(join(home, 'data/house', name, '..'), { recursive: true })
      writeFileSync(join(home, 'data/house', name), text)
    }
    const before = contents(join(home, 'data/house'))
    expect(() => importFile(fileOf('house.csv', table), {})).toThrow(`There is another course in ${join(home, 'data/house')}. To add to it, name it: --into`)
    expect(contents(join(home, 'data/house'))).toEqual(before)
  })

  test('two files with names in other scripts make two courses', () => {
    const [one, other] = [importFile(fileOf('数据库.csv', table), {}), importFile(fileOf('Москва.csv', table), {})]
    expect(one[0]).toContain('the new course')
    expect(other[0]).toContain('the new course')
  })
})
