// What is exported is read again as it was: the example course, and the one that comes with the bot.
import { describe, expect, test } from 'vitest'
import { exportedCourse } from '../../src/cli/export.ts'
import { questionText, type QuestionText } from '../../src/course/export/question-text.ts'
import { readCards } from '../../src/course/import/cards.ts'
import { readItems } from '../../src/course/import/read-items.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { houseRules } from './course-folder.ts'

const all = { bytes: 5_000_000, items: 5_000 }
const shipped = new URL('../../data/aws-shared-responsibility', import.meta.url).pathname

/** Without what a format has no place for: the id, line breaks, and a reason against a right option. */
const plain = ({ stem, options, explanation, keyPoint, source }: Omit<QuestionText, 'id' | 'topic'>) => ({
  stem: stem.replaceAll(/\s+/gu, ' '),
  options: options.map(({ text, right, why }) => [text, right, right ? '' : why]),
  explanation: explanation.replaceAll(/\s+/gu, ' '), keyPoint, source,
})

describe.each([['the example course', houseRules], ['the course that comes with the bot', shipped]])('%s', (_, dir) => {
  const course = loadCourseOrThrow(dir)

  test.each([['gift', 'GIFT'], ['csv', 'CSV'], ['markdown', 'Markdown']])('questions as %s come back whole', (format, name) => {
    const read = readItems(exportedCourse(dir, format), `course.${format}`, all)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.format).toBe(name)
    const found = read.items.map((each) => ('problem' in each ? each : { ...plain(each.text), topic: each.topic }))
    const byTopic = Map.groupBy(course.questions, ({ topic }) => topic).values().flatMap((some) => some)
    expect(found).toEqual([...byTopic].map((question) => questionText(course, question)).map((text) => ({ ...plain(text), topic: text.topic })))
  })

  test('cards as Anki text come back with their names and decks', () => {
    const read = readCards(exportedCourse(dir, 'anki'), 'course.txt')
    const cards = course.flashcards.map(({ id, front, back, topic }) => ({ name: id, front, back, topic: course.byId.topics.get(topic)?.title }))
    expect(read?.cards.slice(0, cards.length)).toEqual(cards)
    expect(read?.cards).toHaveLength(cards.length + course.questions.length)
  })
})

test('a format that does not exist is refused with those that do', () => {
  expect(() => exportedCourse(houseRules, 'pdf')).toThrow('There is no format "pdf". Choose one of anki, gift, csv, markdown.')
})
