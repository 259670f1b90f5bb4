// “read 2” listed headings with a 2 in them, such as “EC2”, and “read 1. Patch Management” asked which of four headings was meant.
import { afterEach, describe, expect, it } from 'vitest'
import { findSection } from '../../src/features/read/find-section.ts'
import type { Course } from '../../src/course/course.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

describe.each(['data/aws-shared-responsibility', 'tests/courses/house-rules'])('on %s', (folder) => {
  const { course } = courseOf(folder)

  it('a number opens the document that has it in the list', async () => {
    stage = await openStage('2026-03-02T08:00Z', { course: folder })
    expect(words(await stage.type('ada', 'read'))).toContain(`2. ${course.documents[1]?.title}`)
    for (const [at, { title }] of course.documents.entries()) {
      for (const line of [`read ${at + 1}`, `read document ${at + 1}`, `read ${at + 1}.`]) expect((await stage.type('ada', line)).title, line).toBe(title)
    }
    expect((await stage.type('ada', `read ${course.documents.length + 1}`)).title).not.toBe(course.documents.at(-1)?.title)
  })

  it('an id opens its own document', () => {
    for (const document of course.documents) expect(findSection(course, document.id)).toEqual({ kind: 'document', document })
  })

  it('a numbered heading is opened by all of it', () => {
    const numbered = course.documents.flatMap((document) => document.sections.flatMap((section) => (/^\d/u.test(section.heading) ? [{ document, section }] : [])))
    for (const place of numbered) {
      const same = numbered.filter(({ section }) => section.heading === place.section.heading)
      expect(findSection(course, place.section.heading)).toMatchObject({ kind: 'sections', places: same })
    }
  })
})

describe('headings with numbers', () => {
  const { course } = courseOf('tests/courses/house-rules')
  const [first] = course.documents
  const section = (heading: string) => ({ document: 'x', heading, path: [heading], level: 2, text: 'Text.', facts: [], key: `x / ${heading}` })
  const sections = ['1. Repairs', '2. Keys', '2', 'Repairs', '3 rules', '3 rules more'].map(section)
  const numbered: Pick<Course, 'documents' | 'byId'> = { ...course, documents: first === undefined ? [] : [first, { ...first, id: 'x', title: 'Numbers', sections }] }
  const opened = (typed: string) => {
    const found = findSection({ ...course, ...numbered }, typed)
    return found.kind === 'sections' ? found.places.map((place) => place.section.heading) : found.kind
  }

  it.each([
    ['1. Repairs', ['1. Repairs']],
    ['1 repairs', ['1. Repairs']],
    ['2. ke', ['2. Keys']],
    ['3 rules', ['3 rules']],
    // A heading that is the number itself comes before the document with that number.
    ['2', ['2']],
    ['1', 'document'],
  ])('“%s”', (typed, expected) => expect(opened(typed)).toEqual(expected))

  it('without its number may mean several', () => expect(opened('repairs')).toEqual(['1. Repairs', 'Repairs']))
})
