// `define B` showed eight terms with a b somewhere in their names, and S was 22 presses away.
import { afterEach, describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons } from '../features/session-screens.ts'

const shipped = 'data/aws-shared-responsibility'
const course = loadCourseOrThrow(shipped)
const at = '2026-03-02T12:00Z'
let stage: Stage
afterEach(() => stage.close())

const firstLetters = new Set(course.glossary.map(({ term }) => term.replace(/^(?:AWS|Amazon) /u, '')[0]?.toUpperCase()))
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

describe('a letter by itself', () => {
  it('is all terms below it, or all letters where it has none', async () => {
    stage = await openStage(at, { course: shipped })
    for (const letter of alphabet) {
      for (const typed of [letter, letter.toLowerCase(), `letter ${letter}`]) {
        const screen = await stage.type('ada', `define ${typed}`)
        const first = words(screen).split('\n').slice(0, 2).join(' ')
        expect(first).toContain(firstLetters.has(letter) ? `Terms: ${letter}` : `Which letter? No term begins with ${letter}. ${course.glossary.length} terms begin with these letters:`)
      }
    }
  })

  it('is two presses away from the list, whichever it is', async () => {
    stage = await openStage(at, { course: shipped })
    const list = await stage.type('ada', 'define')
    const letters = await stage.press('ada', buttons(list).find(({ label }) => label === 'All letters')?.control ?? '')
    expect(buttons(letters).map(({ label }) => label)).toEqual(alphabet.filter((letter) => firstLetters.has(letter)))
    for (const { label, control } of buttons(letters)) expect((await stage.press('ada', control)).title).toBe(`Terms: ${label}`)
  })
})

it('a part of many names leads to all of them, page by page', async () => {
  stage = await openStage(at, { course: shipped })
  const wanted = course.glossary.filter(({ term, aliases }) => [term, ...aliases].some((name) => name.toLowerCase().includes('aws'))).map(({ term }) => term)
  const seen = new Set<string>()
  let screen = await stage.type('ada', 'define aws')
  for (let turn = 0; turn < 20; turn += 1) {
    for (const { label } of buttons(screen)) seen.add(label)
    const more = buttons(screen).find(({ label }) => label === 'More')
    if (more === undefined) break
    screen = await stage.press('ada', more.control)
  }
  expect(wanted.length).toBeGreaterThan(8)
  expect(wanted.filter((term) => !seen.has(term))).toEqual([])
})
