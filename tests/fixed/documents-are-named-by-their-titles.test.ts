// 189 questions told people to look at “document 003” or just “003”, which stands nowhere that they can see.
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withTitles } from '../../src/course/document-titles.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { answerScreen } from '../../src/features/daily/answer-screen.ts'
import { lookUp } from '../../src/features/lookup/look-up.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { moreScreen, resultScreen } from '../../src/features/daily/result-screen.ts'
import { sampleRound } from '../../src/screens/sample-round.ts'
import { words } from '../bot/stage.ts'
import { commands } from '../catalog.ts'

const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
const documents = [{ id: '001', title: 'The model' }, { id: '004', title: 'Basics' }, { id: 'fire', title: 'Fire safety' }].map((each) => ({ ...each, short: each.title, sections: [] }))

it('no screen of any question of the course shows a number in place of a document', () => {
  const numbered = course.questions.filter(({ id, key, options }) => {
    const round = { ...sampleRound, question: id, key, order: options.map((option) => option.id) }
    const content = contentOf(course, round)
    const mine = options.slice(0, 1).map((option) => option.id)
    const long = [resultScreen(round, content, { chosen: mine, right: false, streak: null }), answerScreen(round, content, { answered: 0, votes: new Map(), right: [], mine: null }), moreScreen(round, content)]
    return long.some((screen) => /\b00\d\b/u.test(words(screen)))
  })
  expect(numbered.map(({ id }) => id)).toEqual([])
})

it('no question of the course is written with a number in the first place', () => {
  const texts = course.questions.map(({ id, stem, options, explanation, whyNot, keyPoint, note = '' }) => ({ id, said: [stem, ...options.map(({ text }) => text), explanation, ...Object.values(whyNot), keyPoint, note].join(' ') }))
  expect(texts.filter(({ said }) => /\b00\d\b/u.test(said)).map(({ id }) => id)).toEqual([])
})

it('no look-up does either', () => {
  const lookup = buildLookup(course)
  const titles = course.responsibilities.map(({ title }) => title)
  const numbered = [...titles, ...course.glossary.map(({ term }) => term)].filter((asked) => /\b00\d\b/u.test(words(lookUp({ course, lookup, commands }, asked))))
  expect(numbered).toEqual([])
})

describe('a reference', () => {
  it.each([
    ['Document 001 says so.', '“The model” says so.'],
    ['In document 001\'s table', 'In “The model”\'s table'],
    ['Documents 001 and 004 differ', '“The model” and “Basics” differ'],
    ['Documents differ: 001, 004 and the table', 'Documents differ: “The model”, “Basics” and the table'],
    ['See document fire.', 'See “Fire safety”.'],
  ])('“%s” reads %s', (text, expected) => {
    expect(withTitles({ documents }, text)).toBe(expected)
  })

  it.each(['A fire in the kitchen', 'costs $1.001', '10.0.001.4', 'port 4001', 'Documents differ here', 'document 777', 'room 001-a'])('“%s” is none', (text) => {
    expect(withTitles({ documents }, text)).toBe(text)
  })
})
