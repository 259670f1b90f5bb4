// `a: A run of ticket #7 through` was asked as "A run of ticket", `!important rules` as "rules"; `*.example.com` ended in a stack trace.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCourse, loadCourseOrThrow } from '../../src/course/load.ts'
import { courseFolder, houseRules } from '../course/course-folder.ts'

/** A glossary of one term; its definition stands on line 6, two spaces deeper than the dash. */
const glossary = (definition: string) => `terms:
  - id: stairs
    term: Escape route
    aliases: [way out]
    sources: [fire / Escape routes]
    definition: ${definition}
    see: []
`

function problemsOf(file: string, content: string | Buffer) {
  const dir = courseFolder()
  writeFileSync(join(dir, file), content)
  return loadCourse(dir).problems
}

describe('a text that YAML would shorten is an error with its line and what to do', () => {
  it.each([
    ['A run of ticket #7 through', '"#7 through" as a comment', 'quotes'],
    ['A run # of tickets', '"# of tickets" as a comment', 'quotes'],
    ['C #', 'comment', 'quotes'],
    ['The stairs\n      and ticket #7', '"#7" as a comment', 'quotes', 7],
    ['The stairs\n      #7 is no way out', '"#7 is no way out" as a comment', 'quotes', 7],
    ['|\n        The stairs\n      # and the door', 'comment', 'quotes', 8],
    ['> # of stairs\n      is seven', 'comment', 'quotes'],
    ['#1 is the stairs', 'comment', 'quotes'],
    ['#1 is the\n      stairs', 'comment', 'quotes'],
    ['\n      #1 is the\n      stairs', 'comment', 'quotes', 7],
    ['!important rules', '"!important" as a tag', 'quotes'],
    ['! rules', '"!" as a tag', 'quotes'],
    ['!!binary aGFsbG8=', 'tag', 'quotes'],
    ['&amp; the checker', '"&amp;" as an anchor', 'quotes'],
    ['*.example.com', '"*.example.com" as an alias', 'quotes'],
    ['*', 'alias', 'quotes'],
    [String.raw`"C:\new"`, String.raw`"\n" as an escape`, 'single quotes'],
    [String.raw`"C:\temp"`, String.raw`"\t" as an escape`, 'single quotes'],
    [String.raw`"C:\Program Files"`, String.raw`"\P" as an escape`, 'single quotes'],
    [String.raw`"C:\ new"`, 'as an escape', 'single quotes'],
    [String.raw`"C:\xed"`, 'as an escape', 'single quotes'],
    [String.raw`"\u0007"`, 'as an escape', 'single quotes'],
    [String.raw`"C:\users"`, 'escape', 'single quotes'],
    ['The\tstairs', 'tab', 'spaces'],
    ['007', '"007" is not in quotes', 'Put it in quotes'],
    ['0x1F', 'is not in quotes', 'Put it in quotes'],
    ['1e3', 'is not in quotes', 'Put it in quotes'],
    ['2.50', 'is not in quotes', 'Put it in quotes'],
    ['12', 'the number 12', 'Put it in quotes'],
    ['True', 'is not in quotes', 'Put it in quotes'],
    ['null', 'is not in quotes', 'Put it in quotes'],
    ['~', 'is not in quotes', 'Put it in quotes'],
    ['', 'is empty', ''],
    ['|', 'is empty', ''],
    ['A\n    definition: B', 'unique', 'Keep one', 7],
    ['A\n    "definition": B', 'unique', 'Keep one', 7],
    ['A\n    __proto__: B', 'no field', 'spelling', 7],
    ['A\n    <<: { note: B }', 'no field', 'spelling', 7],
    ['A\n---\nterms: []', 'ends the file', 'Remove that line', 7],
    ['A\n...\nterms: []', 'ends the file', 'Remove that line', 8],
  ])('%j', (definition, message, remedy, line = 6) => {
    const [first, ...more] = problemsOf('glossary.yaml', glossary(definition))
    expect(first).toMatchObject({ level: 'error', file: 'glossary.yaml', message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) })
    expect(first?.line).toBe(line)
    expect(more).toEqual([])
  })

  it.each([
    ['a directive', `%YAML 1.1\n---\n${glossary('A')}`, 1, 'directive'],
    ['a line that begins with %', `% of people\n${glossary('A')}`, 1, 'directive'],
    ['a comment behind an item of a list', glossary('A').replace('[way out]', '\n      - way out #2'), 5, 'comment'],
    ['a comment in brackets', glossary('A').replace('[way out]', '[way out #2\n      ]'), 4, 'comment'],
    ['a comment for an item', glossary('A').replace('[way out]', '\n      - # 2\n        way out'), 5, 'comment'],
    ['a number in a list', glossary('A').replace('[way out]', '[way out, 0112]'), 4, '"0112" is not in quotes'],
    ['nothing in a list', glossary('A').replace('[way out]', '[way out, Null]'), 4, '"Null" is not in quotes'],
    ['endless brackets', '['.repeat(200_000), 1, 'nested'],
    ['endless dashes', '- '.repeat(200_000), 1, 'nested'],
  ])('%s', (_, text, line, message) => {
    expect(problemsOf('glossary.yaml', text)[0]).toMatchObject({ level: 'error', line, message: expect.stringContaining(message) })
  })

  it('is told for each line, and beside what else is wrong with the file', () => {
    const text = glossary('A run of ticket #7').replace('Escape route', '*.example.com').replace('way out', 'way\tout')
    expect(problemsOf('glossary.yaml', text).map(({ line }) => line)).toEqual([3, 4, 6])
    const items = glossary('A run #7').replace('see: []', 'sees: []')
    expect(problemsOf('glossary.yaml', items).map(({ line, check }) => [line, check])).toEqual([[6, 'yaml'], [7, 'schema']])
  })
})

describe('what loses nothing is fine', () => {
  it.each([
    ['"A run of ticket #7" # as they say', 'A run of ticket #7'],
    ["'C:\\new' # a path", 'C:\\new'],
    ['A run of ticket#7, F#', 'A run of ticket#7, F#'],
    ['"say \\"no\\" \\\\ yes \\u00e9 \\/"', 'say "no" \\ yes é /'],
    ['"The \\\n      stairs"', 'The stairs'],
    ['|\n      # 1 is text\n      two', '# 1 is text\ntwo'],
    ['>-\n      one\n      two', 'one two'],
    ['yes', 'yes'],
    ['2026-11-29', '2026-11-29'],
    ['Tom & Jerry * 2 ! no', 'Tom & Jerry * 2 ! no'],
  ])('%j', (definition, text) => {
    const dir = courseFolder()
    writeFileSync(join(dir, 'glossary.yaml'), glossary(definition).replaceAll('    see', '    # what goes with it\n    see'))
    expect(loadCourse(dir).problems).toEqual([])
    expect(loadCourseOrThrow(dir).glossary[0]?.definition).toBe(text)
  })

  it('so are comments above, between and behind lists, and CRLF', () => {
    const text = `# one\nterms: # all of them\n  # two\n${glossary('A').slice(7)}  # three\n# four\n`.replace('[way out]', '# words\n      - way out\n      # more\n      - door')
    expect(problemsOf('glossary.yaml', text.replace('[fire', '[ # where\n      fire'))).toEqual([])
    expect(problemsOf('glossary.yaml', text.replaceAll('\n', '\r\n'))).toEqual([])
  })
})

describe('a file that is no UTF-8', () => {
  const text = glossary('Über die Treppe')
  it.each([
    ['Latin-1', Buffer.from(text, 'latin1'), 6, 'not UTF-8'],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 1, 'UTF-16'],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 1, 'UTF-16'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 1, 'UTF-16'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 1, 'byte order mark'],
    ['zero bytes', Buffer.from(text.replace('Treppe', 'Tre\0ppe')), 6, 'zero bytes'],
    ['control characters', Buffer.from(text.replace('Treppe', 'Tre\u0007ppe')), 6, 'U+0007'],
    ['a byte order mark inside', Buffer.from(text.replace('Treppe', '\ufeffTreppe')), 6, 'U+FEFF'],
    ['letters lost before', Buffer.from(text.replace('Ü', '\ufffd')), 6, 'lost'],
    ['line ends of old Macs', Buffer.from(text.replaceAll('\n', '\r')), 1, 'CR'],
  ])('is told: %s', (_, bytes, line, message) => {
    expect(problemsOf('glossary.yaml', bytes)).toMatchObject([{ level: 'error', check: 'encoding', file: 'glossary.yaml', line, message: expect.stringContaining(message) }])
  })

  it('is told of documents, too', () => {
    expect(problemsOf('documents/fire.md', Buffer.from('# Feuer\n\nÜber\n', 'latin1'))[0]).toMatchObject({ check: 'encoding', file: 'documents/fire.md', line: 3 })
  })
})

describe('a document', () => {
  it('whose first lines stand above all headings is told', () => {
    const rest = '# Fire safety\n\n## Smoke alarms\n\n## Escape routes\n'
    const told = (text: string) => problemsOf('documents/fire.md', text).filter(({ check }) => check === 'document-headings')
    expect(told(`\nTake the stairs.\n\n${rest}`)).toMatchObject([{ level: 'error', line: 2 }])
    expect(told(`---\ntitle: Fire\n---\n<!-- kept\nby Ada -->\n${rest}`)).toEqual([])
  })
})

describe('a file that is no part of a course', () => {
  const found = (names: readonly string[]) => {
    const dir = courseFolder()
    for (const name of names) writeFileSync(join(dir, name), '\0\0')
    return loadCourse(dir).problems.map(({ level, file }) => [level, file])
  }
  it('is ignored', () => {
    expect(found(['LICENSE', 'LICENSE.md', 'questions/README.md', 'Thumbs.db', '.DS_Store', 'documents/plan.png', 'notes.txt', 'questions/LICENSE', 'questions/NOTICE.txt', 'questions/plan.png', 'questions/.repairs.json.swp'])).toEqual([])
  })

  it.each(['facts.yaml~', 'facts.yml', 'facts.yaml.bak', 'facts.YAML', '#facts.yaml#', 'documents/lease.md.orig', 'questions/repairs.yml', 'tips.yaml.txt',
    'questions/locks.json', 'questions/locks.yaml~', 'questions/locks.yml.bak', 'questions/locks', 'questions/locks.txt', 'questions/locks.toml', 'questions/#locks', 'facts.json', 'glossary'])('is a warning that names it: %s', (name) => {
    expect(found([name])).toEqual([['warning', name]])
  })

  it('is warned about and not read: a copy of questions as .yml', () => {
    const dir = courseFolder()
    const before = loadCourse(dir)
    const [name = ''] = readdirSync(join(dir, 'questions'))
    copyFileSync(join(dir, 'questions', name), join(dir, 'questions/more.yml'))
    const { problems, course } = loadCourse(dir)
    expect(problems).toMatchObject([{ level: 'warning', check: 'file-unknown', file: 'questions/more.yml', message: 'Nothing reads questions/more.yml. The files of a course end in .yaml or .md' }])
    expect(course?.questions).toEqual(before.course?.questions)
  })

  it('an unread .yaml or .md is an error', () => {
    expect(found(['fact.yaml', 'documents/pets.md'])).toEqual([['error', 'documents/pets.md'], ['error', 'fact.yaml']])
  })
})

it('the example course has its comments and no problem', () => {
  expect(loadCourse(houseRules).problems).toEqual([])
})
