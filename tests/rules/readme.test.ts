// What the README shows is what the bot prints, it stays short, and links between the pages lead somewhere.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { render } from '../../src/platforms/terminal/outgoing/render.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { lookUp } from '../../src/features/lookup/look-up.ts'
import type { Round } from '../../src/core/round.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { moreScreen, resultScreen } from '../../src/features/daily/result-screen.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { commands } from '../catalog.ts'

const root = resolve(import.meta.dirname, '../..')
const readme = readFileSync(resolve(root, 'README.md'), 'utf8')
const course = loadCourseOrThrow(resolve(root, 'data/aws-shared-responsibility'))

it('the day in the terminal goes as it is told', () => {
  const transcript = /## A day, in the terminal\n\n```\n([^`]*)```/u.exec(readme)?.[1] ?? ''
  const order = ['b', 'c', 'a', 'd']
  const round: Round = {
    id: '0123456789abcdef', group: '', place: '', occasion: '', state: 'open', question: 'lambda-form-input', words: null, order, key: ['c'], feedback: 'instant', zone: 'Europe/Berlin',
    rolloverHour: 4, day: '2026-11-23', dueAt: 0, openedAt: 0, closesAt: Date.UTC(2026, 10, 24, 7), closedAt: null, message: null, reason: null, missedUntil: null,
  }
  const content = contentOf(course, round)
  const taught = { course, lookup: buildLookup(course) }
  const screens: readonly Screen[] = [
    questionScreen(round, content, unanswered),
    resultScreen(round, content, { chosen: ['b'], right: false, streak: null }),
    moreScreen(round, content),
    lookUp({ ...taught, commands }, 'who patches the os on rds?'),
  ]
  const printed = new Set(screens.flatMap((screen) => render(screen, { color: false, columns: 80, zone: 'Europe/Berlin' }).split('\n')))
  const told = transcript.split('\n').filter((line) => !/^(\$ |ada › |━|\s*…|\s*$)/u.test(line))
  expect(told.length).toBeGreaterThan(25)
  expect(told.filter((line) => !printed.has(line))).toEqual([])
})

it('every command stands in the table', () => {
  const table = /\| `\/study …` \|[^]*?\n\n/u.exec(readme)?.[0] ?? ''
  const untold = commands.list.filter(({ name }) => !new RegExp(`\`${name}\\b`, 'u').test(table))
  expect(untold.map(({ name }) => `add a row about ${name} to the table of commands in README.md`)).toEqual([])
})

it('every file that the map names is there', () => {
  const map = readFileSync(resolve(root, 'src/README.md'), 'utf8')
  const named = [...map.matchAll(/`([\w.-]+\/[\w./-]+)`/gu)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((path) => ![`src/${path}`, path].some((each) => existsSync(resolve(root, each))))).toEqual([])
})

it('takes five minutes to read', () => {
  const words = readme.split(/\s+/u).filter((word) => /\w/u.test(word))
  expect(words.length, 'move details to data/RULES.md or data/OPERATING.md').toBeLessThan(2200)
})

const pages = ['README.md', 'data/README.md', 'data/RULES.md', 'data/OPERATING.md', 'data/PRIVACY.md', 'src/README.md', 'tests/README.md']

/** As GitHub makes them from headings. */
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'))

it.each(pages)('the links of %s lead to a file and a heading', (page) => {
  const links = [...readFileSync(resolve(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)]
  const lost = links.filter(([, path = '', anchor]) => {
    const file = path === '' ? resolve(root, page) : resolve(root, dirname(page), path)
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor))
  })
  expect(lost.map(([link]) => link)).toEqual([])
})
