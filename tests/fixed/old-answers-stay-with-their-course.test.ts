// A database from before there were several courses, opened without the course that its answers are about.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { idIn } from '../../src/core/course-number.ts'
import type { OpenedCourses } from '../../src/course/open-courses.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { taughtFrom } from '../../src/service/courses.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { indexOf } from '../../src/course/course-index.ts'
import { courseOf } from '../fakes/course-of.ts'
import { bankOf, worldOf } from '../ledger/world.ts'

let ledger: Ledger
beforeEach(async () => void (ledger = await openLedger(':memory:')))
afterEach(() => ledger.close())

const { course: house } = courseOf('tests/courses/house-rules')
const { byId: _, ...content } = house
/** As the world of the ledger asks them. */
const old = { ...content, id: 'old', questions: bankOf().questions.flatMap(({ id }) => house.questions.slice(0, 1).map((question) => ({ ...question, id }))) }

const opened = (...courses: readonly OpenedCourses['courses'][number]['course'][]): OpenedCourses => ({ courses: courses.map((course) => ({ folder: course.id, course })), refused: [] })

it('they are shown as no other’s, and are its own once it is there', async () => {
  const world = worldOf(ledger)
  await world.setUp()
  await world.post()
  const without = await taughtFrom(opened(house), ledger)
  expect([without.has(1), without.at(1).course.title, without.alone, without.all.map(({ number }) => number)]).toEqual([false, 'the course from before', false, [2]])
  expect(without.bank.questions.every(({ id }) => id === idIn(2, id.replace(/^2\./u, '')))).toBe(true)
  const both = await taughtFrom(opened(house, { ...old, byId: indexOf(old) }), ledger)
  expect([both.at(1).course.id, both.at(2).course.id]).toEqual(['old', 'house-rules'])
})
