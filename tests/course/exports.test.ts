// What is exported is read again as it was: the example course, and the one that comes with the bot.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportedCourse } from '../../src/cli/export.ts'
import { questionText, type QuestionText } from '../../src/course/export/question-text.ts'
import { readCards } from '../../src/course/import/cards.ts'
import { withRows } from '../../src/course/import/into/yaml-texts.ts'
import { readItems } from '../../src/course/import/read-items.ts'
import type { Course, Question } from '../../src/course/course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { pngOf } from '../fakes/png-of.ts'
import { alt, courseFolder, houseRules, withPictures } from './course-folder.ts'

const all = { bytes: 5_000_000, items: 5_000 }
const shipped = new URL('../../data/aws-shared-responsibility', import.meta.url).pathname

/** Without what a format has no place for: the id, line breaks, and a reason against a right option. */
const plain = ({ stem, options, explanation, keyPoint, source }: Omit<QuestionText, 'id' | 'topic'>) => ({
  stem: stem.replaceAll(/\s+/gu, ' '),
  options: options.map(({ text, right, why }) => [text, right, right ? '' : why]),
  explanation: explanation.replaceAll(/\s+/gu, ' '), keyPoint, source,
})

/** For a table, which has a place for everything: the ids of documents, and the note in a column of its own. */
const inItsOwnWords = (course: Course, question: Question): QuestionText => ({
  ...questionText(course, question),
  stem: question.stem,
  options: question.options.map(({ id, text }) => ({ text, right: question.key.includes(id), why: question.whyNot[id] ?? '' })),
  explanation: question.explanation, keyPoint: question.keyPoint, source: question.sources.map(({ key }) => key).join('; '),
})

describe.each([['the example course', houseRules], ['the course that comes with the bot', shipped]])('%s', (_, dir) => {
  const course = loadCourseOrThrow(dir)

  test.each([['gift', 'GIFT'], ['csv', 'CSV'], ['markdown', 'Markdown']])('questions as %s come back whole', (format, name) => {
    const read = readItems(exportedCourse(dir, format), `course.${format}`, all)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.format).toBe(name)
    const found = read.items.map((each) => ('problem' in each ? each : { ...plain(each.text), name: each.name, topic: each.topic }))
    const byTopic = Map.groupBy(course.questions, ({ topic }) => topic).values().flatMap((some) => some)
    const asWritten = format === 'csv' ? inItsOwnWords : questionText
    expect(found).toEqual([...byTopic].map((question) => asWritten(course, question)).map((text) => ({ ...plain(text), name: text.id, topic: text.topic })))
  })

  test('cards as Anki text come back with their names and decks', () => {
    const read = readCards(exportedCourse(dir, 'anki'), 'course.txt')
    const cards = course.flashcards.map(({ id, front, back, topic }) => ({ name: id, front, back, topic: course.byId.topics.get(topic)?.title }))
    expect(read?.cards.slice(0, cards.length)).toEqual(cards)
    expect(read?.cards).toHaveLength(cards.length + course.questions.length)
  })
})

describe('a question and a card with code', () => {
  const row = {
    id: 'gate-file', difficulty: 'easy', owner: 'tenant', form: 'which-action',
    stem: 'The gate’s file says "closed" and `* & <b>`:\n```json\n{\n  "gate": "a\\nb ~ = # {}",\n\n  "open": \'no\'\n}\n```\nWho changes it, and is ``a`b`` right?',
    options: { a: 'Whoever ran `rm -rf *_x_*`', b: 'The one in `a == 1`', c: 'The one in `a = 1`' }, key: ['b'],
    explanation: 'It says:\n```\n- [x] # no heading\n  > kept\n```\nThat is all.',
    whyNot: { a: 'Look:\n```sh\n  ls | wc\n```\nThere is none.', c: '`=` is none.' },
    keyPoint: '`==` compares.', sources: ['lease / The building'],
  }
  const repairs = withRows(readFileSync(join(houseRules, 'questions/repairs.yaml'), 'utf8'), 'questions', [row], {})
  const cards = `${readFileSync(join(houseRules, 'flashcards.yaml'), 'utf8')}  - { id: code-card, topic: repairs, front: "What does \`ls *\` list?", back: "All, as in \`<a  b>\`", sources: [lease / The building] }\n`
  const folder = () => courseFolder({ 'questions/repairs.yaml': repairs, 'flashcards.yaml': cards })

  test.each(['gift', 'csv', 'markdown'])('come back as they were from %s', (format) => {
    const dir = folder()
    const course = loadCourseOrThrow(dir)
    const read = readItems(exportedCourse(dir, format), `course.${format}`, all)
    const asked = course.byId.questions.get('gate-file')
    if ('problem' in read || asked === undefined) throw new Error('nothing was read')
    const { id: _, topic: _topic, ...whole } = (format === 'csv' ? inItsOwnWords : questionText)(course, asked)
    // GIFT has no place for the language of code.
    const unlabeled = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/```(?:json|sh)/gu, '```')) as unknown
    expect(unlabeled(read.items.flatMap((each) => ('text' in each && each.text.stem.startsWith('The gate') ? [each.text] : [])))).toEqual(unlabeled([whole]))
  })

  test('are shown as code in Anki, and come back', () => {
    const text = exportedCourse(folder(), 'anki')
    expect(text).toContain('What does <code>ls *</code> list?')
    expect(text).toContain('<pre><code>{<br>  ""gate""')
    expect(readCards(text, 'course.txt')?.cards).toContainEqual({ name: 'code-card', front: 'What does `ls *` list?', back: 'All, as in `<a  b>`', topic: expect.any(String) })
  })
})

test('a question with a picture names it and says what it shows, and an import leaves it as it is', () => {
  const dir = courseFolder(withPictures(pngOf(100, 100)))
  for (const format of ['gift', 'csv', 'markdown'] as const) {
    const text = exportedCourse(dir, format)
    expect(text).toContain('pictures/hall.png')
    const read = readItems(text, `course.${format}`, all)
    expect('items' in read ? read.items.map((each) => 'problem' in each && each.problem) : read).toEqual(loadCourseOrThrow(dir).questions.map(() => 'It has a picture, and questions are text only.'))
  }
  expect(exportedCourse(dir, 'anki')).toContain(`<img src=""hall.png"" alt=""${alt}"">`)
  const replaced = withRows(readFileSync(join(dir, 'questions/repairs.yaml'), 'utf8'), 'questions', [{ id: 'cold-radiators', stem: 'New words?' }], {})
  expect(replaced).toContain('stem: New words?')
  expect(replaced).toContain(readFileSync(join(dir, 'questions/repairs.yaml'), 'utf8').split('\n').find((line) => line.includes('image:')))
})

test('a format that does not exist is refused with those that do', () => {
  expect(() => exportedCourse(houseRules, 'pdf')).toThrow('There is no format "pdf". Choose one of anki, gift, csv, markdown.')
})
