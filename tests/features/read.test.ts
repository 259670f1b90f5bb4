// Reading the study documents: every section can be reached, by its heading, by turning pages, and by a citation.
import { describe, expect, it } from 'vitest'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { findSection } from '../../src/features/read/find-section.ts'
import { passage } from '../../src/features/read/passage.ts'
import { headingOf } from '../../src/course/heading-of.ts'
import { aroundSection, chapters, wholeSection } from '../../src/features/read/sections.ts'
import { sectionMark } from '../../src/screens/passage.ts'
import { openStage, words } from '../bot/stage.ts'
import { buttons, control } from './session-screens.ts'

const noon = '2026-03-02T12:00Z'
const shipped = 'data/aws-shared-responsibility'
const course = loadCourseOrThrow(shipped)

describe('a document', () => {
  it('is reached from the list of all, and read from its contents to its last section', async () => {
    const stage = await openStage(noon, { course: shipped })
    const documents = await stage.type('ada', 'read')
    expect(words(documents)).toContain('about 4 hours')
    const contents = await stage.press('ada', buttons(documents).at(-1)?.control ?? '')
    expect(words(contents)).toContain('27 minutes to read')
    let screen = await stage.press('ada', buttons(contents)[0]?.control ?? '')
    const seen = new Set([screen.title])
    const next = () => buttons(screen).find(({ label }) => label === 'Next page' || label === 'Next section')
    for (let turn = 0; turn < 200 && next() !== undefined; turn += 1) {
      screen = await stage.press('ada', next()?.control ?? '')
      seen.add(screen.title)
    }
    expect(next()).toBeUndefined()
    const last = course.documents.at(-1)
    for (const chapter of last === undefined ? [] : chapters(last)) expect([...seen]).toContain(chapter.heading)
    expect(words(await stage.press('ada', control(screen, 'Contents')))).toContain('27 minutes to read')
  })

  it('shows every section of the course, none of them empty', () => {
    for (const { sections } of course.documents) {
      for (const section of sections) {
        const screen = passage(course, sectionMark(section.key), 0)
        expect([section.key, screen.name, screen.blocks.length > 3 || section.text === '']).toEqual([section.key, 'passage', true])
      }
    }
  })

  it('can be turned forward and back without leaving a section out', () => {
    for (const document of course.documents) {
      const first = document.sections.find(({ level, text }) => level > 1 || text !== '')
      const read = new Set<string>()
      for (let at = first; at !== undefined; at = aroundSection(document, at).after) {
        for (const { key } of wholeSection(document, at)) read.add(key)
        const { after } = aroundSection(document, at)
        expect(after === undefined || aroundSection(document, after).before !== undefined).toBe(true)
      }
      expect(document.sections.filter(({ key, level, text }) => !read.has(key) && (level > 1 || text !== '')).map(({ key }) => key)).toEqual([])
    }
  })
})

describe('a section', () => {
  it('is found by its heading, by a part of it, and by a citation', () => {
    const titles = (typed: string) => {
      const found = findSection(course, typed)
      return found.kind === 'sections' ? found.places.map(({ document, section }) => `${document.id} ${section.heading}`) : found.kind
    }
    expect(titles('canonical definition')).toEqual(['004 Canonical Definition'])
    expect(titles('004 / Canonical Definition')).toEqual(['004 Canonical Definition'])
    expect(titles('Patch management')).toEqual(['000 1. Patch Management', '001 Patch Management'])
    expect(titles('house')).toEqual(['001 The House Analogy', '001 The House Rule'])
    expect(titles('002')).toBe('document')
    expect(titles('zebra')).toBe('nothing')
    for (const empty of ['', '  ', '***']) expect(titles(empty)).toBe('nothing')
  })

  it('that shares its heading with another of the document is told apart by what it stands under', () => {
    const document = course.byId.documents.get('001')
    const names = document?.sections.filter(({ heading }) => heading === 'Data Protection').map((section) => headingOf(document, section))
    expect(names).toEqual(['Data Protection (Customer Secures (Security IN the Cloud))', 'Data Protection (Implementing Customer Responsibilities)'])
  })

  it('says what is asked about it, without an answer, and leads to practice and to a look-up', async () => {
    const stage = await openStage(noon, { course: shipped })
    const lambda = await stage.type('ada', 'read AWS Lambda')
    const asked = await stage.press('ada', control(lambda, 'Questions about this'))
    expect(words(asked)).toMatch(/\d+ questions cite this section/u)
    const practice = await stage.press('ada', buttons(asked)[0]?.control ?? '')
    expect(practice.name).toBe('practice')
    expect((await stage.press('ada', control(lambda, 'Look it up'))).name).toBe('lookup')
  })

  it('is offered while somebody types, and not where there is none', async () => {
    const stage = await openStage(noon, { course: shipped })
    expect(words(await stage.type('ada', 'read zebra'))).toContain('No heading has “zebra” in it')
    expect(words(await stage.type('ada', 'read data protection'))).toContain('Implementing Customer Responsibilities')
  })
})
