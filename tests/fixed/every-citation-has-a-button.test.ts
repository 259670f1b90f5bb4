// Screens named several sections and had a button to the first alone; a look-up had none.
import { afterEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/core/question.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { passageControl, passagesControl, sectionMark } from '../../src/screens/passage.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { buttons } from '../features/session-screens.ts'

const shipped = 'data/aws-shared-responsibility'
const course = loadCourseOrThrow(shipped)
const at = '2026-03-02T12:00Z'
let stage: Stage
afterEach(() => stage.close())

/** The beginnings of the marks of all sections that the buttons of a screen lead to. */
const opened = (screen: Screen): ReadonlySet<string> =>
  new Set(buttons(screen).flatMap(({ control }) => passagesControl.read(control)?.sections ?? passageControl.read(control)?.section.slice(0, 8) ?? []))

const without = (screen: Screen, sources: readonly Source[]) => sources.filter(({ key }) => !opened(screen).has(sectionMark(key).slice(0, 8))).map(({ key }) => key)

describe('every section that is cited has a button', () => {
  it('on the screen of a term', async () => {
    stage = await openStage(at, { course: shipped })
    for (const { id, sources } of course.glossary) expect([id, without(await stage.press('ada', `v1:term:${id}`), sources)]).toEqual([id, []])
  })

  it('on the screen of a tip', async () => {
    stage = await openStage(at, { course: shipped })
    for (const [index, { id }] of course.tips.entries()) {
      const next = course.tips[(index + 1) % course.tips.length]
      expect([next?.id, without(await stage.press('ada', `v1:tip:any:${id}`), next?.sources ?? [])]).toEqual([next?.id, []])
    }
  })

  it('on a diagram', async () => {
    stage = await openStage(at, { course: shipped })
    for (const { id, sources } of course.diagrams) expect([id, without(await stage.press('ada', `v1:diagram:${id}`), sources)]).toEqual([id, []])
  })

  it('on a look-up', async () => {
    stage = await openStage(at, { course: shipped })
    for (const { title, sources } of course.responsibilities) expect([title, without(await stage.type('ada', `lookup ${title}`), sources)]).toEqual([title, []])
  })
})

it('a list of sections opens each of them, and says so where they are gone', async () => {
  stage = await openStage(at, { course: shipped })
  const sections = course.documents[0]?.sections.slice(1, 6).map(({ key }) => sectionMark(key)) ?? []
  const list = await stage.press('ada', passagesControl.text({ sections }))
  expect(list.name).toBe('cited')
  for (const { control } of buttons(list)) expect((await stage.press('ada', control)).name).toBe('passage')
  expect(words(await stage.press('ada', passagesControl.text({ sections: ['0123456789abcdef'] })))).toContain('renamed or removed')
})

it('a button has room for the longest list of a course, and the beginnings of all marks differ', () => {
  const most = Math.max(...[...course.responsibilities, ...course.glossary, ...course.questions, ...course.tips].map(({ sources }) => new Set(sources.map(({ key }) => key)).size))
  expect(passagesControl.text({ sections: Array.from({ length: most }, () => '0123456789abcdef') })).toHaveLength('v1:passages:'.length + most * 8)
  const marks = [...course.byId.sections.keys()].map((key) => sectionMark(key).slice(0, 8))
  expect(new Set(marks).size).toBe(marks.length)
})
