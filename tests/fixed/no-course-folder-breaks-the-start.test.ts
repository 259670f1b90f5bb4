// A start that promises a sentence for every mistake in a course ended with a stack trace for an alias. Here are a few hundred mistakes.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { seeded } from '../../src/core/random.ts'
import { checkCourse } from '../../src/course/check-course.ts'
import { openCourse } from '../../src/course/open.ts'
import { CourseError } from '../../src/course/problem.ts'
import { courseFolder } from '../course/course-folder.ts'

const pieces = [
  ' # ', '#7', ': ', ':', '- ', '*', '*a', '&', '&a ', '!', '!!', '!!binary ', '? ', '|', '>', '|\n', '"', "'", '[', ']', '{', '}', ',', '%', '@', '`', '\\', '\\n', '\t', '\n', '\n\n', '\r', '\n---\n', '\n...\n',
  '<<: ', '~', 'null', 'true', '007', '1e999', '.nan', '2026-01-01', '__proto__: x\n', 'constructor', 'toString', '\u00a0', '\u2028', '\ufeff', '\ufffd', '\0', '\u0007', '🏠', '\ud800', '# ', '```', '<!--', '-->', '<!-- facts: f1 -->', ' / ',
  '[]', '{}', '""', '[[[[', 'x'.repeat(1300), '\n'.repeat(50), '- '.repeat(150),
]

type Random = () => number
const oneOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
const spot = (random: Random, text: string) => Math.floor(random() * (text.length + 1))

/** The ways to spoil a text. */
const mutations: readonly ((text: string, random: Random) => string | Buffer)[] = [
  (text, random) => inserted(text, spot(random, text), oneOf(random, pieces)),
  // Behind a colon, a dash or a bracket most of it means something.
  (text, random) => {
    const places = [...text.matchAll(/: |- |\[|^ +/gmu)].map(({ 0: sign, index }) => index + sign.length)
    return inserted(text, places.length === 0 ? 0 : oneOf(random, places), oneOf(random, pieces))
  },
  (text, random) => text.slice(0, spot(random, text)),
  (text, random) => inserted(text, spot(random, text), text.slice(spot(random, text))),
  (text, random) => withLine(text, random, () => []),
  (text, random) => withLine(text, random, (line) => [line, line]),
  (text, random) => withLine(text, random, (line) => [oneOf(random, ['', ' ', '  ', '\t', '      ']) + line.trimStart()]),
  (text, random) => withLine(text, random, (line) => [line.replace(/: .*$/u, `: ${oneOf(random, pieces)}`)]),
  (text, random) => withLine(text, random, (line) => [line.replace(/: .*$/u, ': { a: [null, 1, {}], __proto__: [] }')]),
  (text, random) => text.replaceAll(oneOf(random, ['id: ', 'f1', 'topic', 'landlord', '- ', '[', '\n', ' ', '# ', 'e']), oneOf(random, pieces)),
  (text, random) => {
    const bytes = Buffer.from(text)
    for (let count = 0; count < 3; count += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    return bytes
  },
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`${text}é`, 'latin1'),
  () => '',
]

const inserted = (text: string, at: number, piece: string) => text.slice(0, at) + piece + text.slice(at)

function withLine(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n')
  const at = Math.floor(random() * lines.length)
  return [...lines.slice(0, at), ...change(lines[at] ?? ''), ...lines.slice(at + 1)].join('\n')
}

/** The message with which a start refuses the folder; nothing if the course can be used. Any other error fails the test. */
async function refusal(dir: string): Promise<string> {
  try {
    await openCourse(dir, join(dir, 'no-such-folder.txt/cache'))
    return ''
  } catch (fault) {
    if (fault instanceof CourseError) return fault.message
    throw fault
  }
}

/** Each line is a place, the check in brackets, what is wrong, and what to do. */
const sentences = /^The course in \S+ has (?:one error|\d+ errors)\. Correct the files and start again:(?:\n\S.* error \[[a-z-]+\] \S.*\. \S.*[.?])+$/u

it('of 280 spoilt courses each is loaded or refused in sentences', async () => {
  const dir = courseFolder()
  writeFileSync(join(dir, 'no-such-folder.txt'), '')
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:yaml|md)$/u.test(name)).sort()
  const outcomes = { loaded: 0, refused: 0 }
  for (let round = 0; round < 280; round += 1) {
    const random = seeded(`course ${round}`)
    const file = join(dir, oneOf(random, files))
    const sound = readFileSync(file, 'utf8')
    const mutate = mutations[round % mutations.length] ?? (() => '')
    writeFileSync(file, mutate(sound, random))
    try {
      const refused = await refusal(dir)
      outcomes[refused === '' ? 'loaded' : 'refused'] += 1
      expect(refused === '' || sentences.test(refused), refused).toBe(true)
      if (round % 5 === 0) checkCourse(dir)
    } catch (fault) {
      throw new Error(`round ${round}, ${file}:\n${readFileSync(file, 'utf8')}`, { cause: fault })
    }
    writeFileSync(file, sound)
  }
  expect(outcomes.loaded).toBeGreaterThan(20)
  expect(outcomes.refused).toBeGreaterThan(140)
})

it.each([
  ['a folder in place of a file', false, (dir: string) => replaceByFolder(dir, 'glossary.yaml')],
  ['a folder in place of course.yaml', true, (dir: string) => replaceByFolder(dir, 'course.yaml')],
  ['a file in place of the course', true, (dir: string) => {
    rmSync(dir, { recursive: true })
    writeFileSync(dir, 'course')
  }],
  ['a name that is no UTF-8', true, (dir: string) => writeFileSync(Buffer.concat([Buffer.from(`${dir}/questions/`), Buffer.from([0xff, 0xfe]), Buffer.from('.yaml')]), 'topic: x\n')],
  ['names from prototypes', true, (dir: string) => cpSync(join(dir, 'questions'), join(dir, '__proto__'), { recursive: true })],
  ['a file of 6 MB', true, (dir: string) => writeFileSync(join(dir, 'facts.yaml'), '# '.repeat(3_000_000))],
])('so is %s', async (_, refused, spoil) => {
  const dir = courseFolder()
  spoil(dir)
  expect(await refusal(dir)).toMatch(refused ? sentences : /^$/u)
})

it.each([
  ['questions/loop', '.'], ['loop', '.'], ['questions/up', '..'], ['documents/all', '../..'], ['documents/again', '../questions'], ['all', '/'],
])('a link %s -> %s around in a circle is one error', async (link, target) => {
  const dir = courseFolder()
  symlinkSync(target, join(dir, link))
  expect(await refusal(dir)).toBe(`The course in ${dir} has one error. Correct the files and start again:\n${link} error [folder] The link ${link} leads back into the course folder. Remove the link.`)
})

it('a link to questions elsewhere is followed', async () => {
  const dir = courseFolder()
  const elsewhere = `${dir}-questions`
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  renameSync(join(dir, 'questions'), elsewhere)
  symlinkSync(elsewhere, join(dir, 'questions'))
  expect(await refusal(dir)).toBe('')
  symlinkSync('/dev/zero', join(dir, 'questions/endless.yaml'))
  expect(await refusal(dir)).toMatch(/endless\.yaml error .* This is not a file\./u)
})

function replaceByFolder(dir: string, name: string): void {
  rmSync(join(dir, name))
  mkdirSync(join(dir, name))
}
