// “case 1” got “There’s no case “1””, though the terminal numbers the list, and “read 3 ec2” named headings without the 3.
import { afterEach, describe, expect, it } from 'vitest'
import { matrixServices } from '../../src/course/matrix-services.ts'
import { comparisons } from '../../src/features/lookup/compare.ts'
import { findSection } from '../../src/features/read/find-section.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

describe.each(['data/aws-shared-responsibility', 'tests/courses/house-rules'])('on %s', (folder) => {
  const { course } = courseOf(folder)
  const titles = { case: course.cases, sheet: course.sheets, diagram: course.diagrams, compare: comparisons(course), matrix: matrixServices(course).map(({ name: title }) => ({ title })) }

  it.each(Object.entries(titles))('%s', async (name, list) => {
    stage = await openStage('2026-03-02T08:00Z', { course: folder })
    for (const at of [...new Set([0, list.length - 1])].filter((each) => each >= 0 && each < list.length)) {
      const named = words(await stage.type(`ada${at}`, `${name} ${list[at]?.title ?? ''}`))
      for (const [index, typed] of [`${at + 1}`, `#${at + 1}`].entries()) expect(words(await stage.type(`bob${at}${index}`, `${name} ${typed}`)), typed).toBe(named)
    }
    expect(words(await stage.type('ada', `${name} 9999`))).toMatch(/9999|has no|This course has/u)
  })

  it('read takes a document and then a section of it', () => {
    for (const [at, document] of course.documents.entries()) {
      const section = document.sections.find(({ heading, level }) => level > 1 && /^\p{L}/u.test(heading) && document.sections.filter((other) => other.heading === heading).length === 1)
      if (section === undefined) continue
      for (const typed of [`${at + 1} ${section.heading}`, `document ${at + 1}: ${section.heading}`, `${document.id} ${section.heading}`, `${document.id} / ${section.heading}`]) {
        expect(findSection(course, typed), typed).toEqual({ kind: 'sections', places: [{ document, section }] })
      }
    }
  })
})

it('headings are said to have in them only what they have', async () => {
  stage = await openStage('2026-03-02T08:00Z', { course: 'data/aws-shared-responsibility' })
  const inOne = words(await stage.type('ada', 'read 3 ec2'))
  expect(inOne).toContain('“ec2”')
  expect(inOne).not.toContain('“3 ec2”')
  expect(words(await stage.type('ada', 'read 99 ec2'))).not.toContain('“99 ec2”')
})
