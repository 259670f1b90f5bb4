// A new version of the course is taken up while somebody is in the middle of something: they go on with what they began with.
import { afterEach, expect, it } from 'vitest'
import { indexOf } from '../../src/course/course-index.ts'
import type { Course } from '../../src/course/course.ts'
import { coursesOf, liveCourses, onlyCourse, taughtOf } from '../../src/course/courses.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'
import { succeeding } from '../../src/course/succeeding.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

const noon = '2026-03-02T12:00Z'
let stage: Stage
afterEach(() => stage.close())

const marked = <Item>(items: readonly Item[], field: keyof Item): readonly Item[] => items.slice(1).map((item) => ({ ...item, [field]: `Now: ${String(item[field])}` }))

/** Everything that can be asked is worded otherwise, and the first of each is gone. */
function next(before: Course): Course {
  const { byId: _index, ...course } = before
  const content = {
    ...course,
    questions: marked(course.questions, 'stem'), flashcards: marked(course.flashcards, 'front'), responsibilities: marked(course.responsibilities, 'title'), glossary: marked(course.glossary, 'definition'),
    cases: course.cases.map((one) => ({ ...one, findings: marked(one.findings, 'finding') })),
  }
  return { ...content, byId: indexOf(content) }
}

async function open(folder = 'tests/courses/house-rules') {
  const { course, lookup } = courseOf(folder)
  const live = liveCourses(onlyCourse(course, lookup))
  stage = await openStage(noon, { courses: live.courses })
  return () => {
    const now = live.courses.at(1).course
    const later = succeeding(next(now), now)
    live.take(coursesOf([taughtOf(1, later, buildLookup(later))], [later.id], new Map([[1, { kind: 'taken', at: stage.clock.now }]])))
  }
}

const shipped = 'data/aws-shared-responsibility'
const someCase = courseOf(shipped).course.cases[0]?.title ?? ''

it.each(['practice', 'cards', 'drill', `case ${someCase}`])('a %s that is under way keeps its words, task after task, and a new one has the new words', async (line) => {
  const takeUp = await open(shipped)
  const before = words(await stage.type('ada', line))
  takeUp()
  expect(words(await stage.type('ada', line))).toBe(before)
  takeUp()
  expect(words(await stage.type('ada', line))).toBe(before)
  expect(words(await stage.type('ben', line))).toContain('Now: Now: ')
})

it('an exam is judged by the questions that it asked', async () => {
  const takeUp = await open()
  await stage.type('ada', 'exam 3')
  const { examControls } = await import('../../src/features/exam/face.ts')
  await stage.press('ada', examControls.start.text({ questions: 3, topics: [] }))
  const exam = await stage.ledger.sessions.running('terminal:team:ada', 'exam')
  takeUp()
  for (const [position, { key }] of (exam?.tasks ?? []).entries()) await stage.ledger.sessions.act('terminal:team:ada', exam?.id ?? '', { kind: 'answer', position, chosen: key }, stage.clock.now)
  expect(words(await stage.press('ada', examControls.submit.text({ session: exam?.id ?? '', sure: 'yes' } as never)))).toMatch(/3 of 3|100\s?%/u)
})

it('an open question keeps its words, and managers see in status that the course was updated', async () => {
  const takeUp = await open()
  await stage.type('owner', 'setup 09:00 UTC daily')
  await stage.until('2026-03-03T09:00Z')
  const before = words(await stage.type('ada', 'today'))
  takeUp()
  expect(words(await stage.type('ada', 'today'))).toBe(before)
  expect(words(await stage.type('owner', 'status'))).toMatch(/^Course updated: /mu)
  expect(words(await stage.type('ada', 'status'))).not.toMatch(/Course updated/u)
  await stage.until('2026-03-04T09:00Z')
  expect(words(await stage.type('ada', 'today'))).toMatch(/^Now: /mu)
})

it('look-ups answer from the new version at once', async () => {
  const takeUp = await open()
  const term = courseOf('tests/courses/house-rules').course.glossary[1]?.term ?? ''
  expect(words(await stage.type('ada', `define ${term}`))).not.toMatch(/Now: /u)
  takeUp()
  expect(words(await stage.type('ada', `define ${term}`))).toMatch(/Now: /u)
})
