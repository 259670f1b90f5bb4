// Opens documents and passages, and turns their pages.
import { listed, matching, named } from '../../commands/matching.ts'
import type { Course, Sheet } from '../../course/course.ts'
import { refusal } from '../../screens/notice.ts'
import { sectionMark } from '../../screens/passage.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { askedScreen } from './asked-screen.ts'
import { citedScreen, contentsScreen, documentsScreen, sheetScreen, sheetsScreen, whichSection } from './contents-screen.ts'
import type { read } from './face.ts'
import { findSection, suggestSections, wordsHeld, type Place } from './find-section.ts'
import { passage, sectionsByMark } from './passage.ts'
import { wholeSection } from './sections.ts'

export const commands: Answers<typeof read>['commands'] = {
  read: ({ section }, _, { course }) => (section === undefined ? documentsScreen(course) : open(course, section)),
  sheet: ({ name }, _, { course }) => (course.sheets.length === 0 ? noSheets() : name === undefined ? sheetsScreen(course.sheets, 0) : sheetNamed(course, name)),
}

export const controls: Answers<typeof read>['controls'] = {
  passage: ({ section, page, show }, _, { course }) => ({ to: 'asker', screen: passage(course, section, page), update: show === 'here' }),
  passages: ({ sections }, _, { course }) => ({ to: 'asker', screen: citedScreen(sections.flatMap((mark) => placeOf(course, mark))), update: false }),
  contents: ({ document, page }, _, { course }) => {
    const found = course.byId.documents.get(document)
    return found === undefined ? documentsScreen(course) : contentsScreen(found, page)
  },
  sheet: ({ sheet }, _, { course }) => sheetOf(course, course.byId.sheets.get(sheet)),
  sheets: ({ page }, _, { course }) => sheetsScreen(course.sheets, page),
  asked: ({ section }, _, { course }) => ({ to: 'asker', screen: asked(course, section), update: false }),
}

export const suggestions: Answers<typeof read>['suggestions'] = {
  read: { section: (typed, limit, { course }) => suggestSections(course, typed, limit) },
  sheet: { name: (typed, limit, { course }) => matching(course.sheets.map(({ title }) => title), typed).slice(0, limit).map((title) => ({ value: title, label: title })) },
}

function open(course: Course, words: string): Screen {
  const found = findSection(course, words)
  switch (found.kind) {
    case 'document':
      return contentsScreen(found.document, 0)
    case 'sections': {
      const [only, ...others] = found.places
      return only !== undefined && others.length === 0 ? passage(course, sectionMark(only.section.key), 0) : whichSection(wordsHeld(words, found.places).slice(0, 80), found.places)
    }
    case 'nothing':
      return refusal('No such section', [[`No heading has “${words.slice(0, 80)}” in it. `, command('read'), ' shows all documents. To search their contents: ', command(`lookup ${words.slice(0, 60)}`)]])
  }
}

const noSheets = () => refusal('No study sheets', [['This course has none. ', command('read'), ' shows its documents.']])

/** By its name; or by the heading of a section that it is made of. */
function sheetNamed(course: Course, words: string): Screen {
  const [found] = listed(course.sheets, ({ id, title }) => [id, title], words)
  const [citing] = found === undefined ? named(course.sheets, ({ sources }) => sources.map(({ section }) => section), words) : [found]
  return citing === undefined ? sheetsScreen(course.sheets, 0, words) : sheetOf(course, citing)
}

function sheetOf(course: Course, sheet: Sheet | undefined): Screen {
  if (sheet === undefined) return sheetsScreen(course.sheets, 0)
  const parts = sheet.sources.flatMap(({ key, document }) => {
    const [section, whole] = [course.byId.sections.get(key), course.byId.documents.get(document)]
    return section === undefined || whole === undefined ? [] : [{ document: whole, section }]
  })
  const [only, ...others] = parts
  return only !== undefined && others.length === 0 ? passage(course, sectionMark(only.section.key), 0) : sheetScreen(sheet, parts)
}

/** @param mark the beginning of the mark of a section; empty for one that was renamed or removed since */
function placeOf(course: Course, mark: string): readonly Place[] {
  const section = sectionsByMark(course).entries().find(([whole]) => whole.startsWith(mark))?.[1]
  const document = section === undefined ? undefined : course.byId.documents.get(section.document)
  return section === undefined || document === undefined ? [] : [{ document, section }]
}

/** Questions that cite the section or one inside of it. */
function asked(course: Course, mark: string): Screen {
  const section = sectionsByMark(course).get(mark)
  const document = section === undefined ? undefined : course.byId.documents.get(section.document)
  if (section === undefined || document === undefined) return askedScreen('this section', [])
  const keys = new Set(wholeSection(document, section).map(({ key }) => key))
  const citing = Map.groupBy(course.questions.filter(({ sources }) => sources.some(({ key }) => keys.has(key))), ({ topic }) => topic)
  const topics = [...citing].map(([topic, questions]) => ({ topic, title: course.byId.topics.get(topic)?.title ?? topic, questions: questions.length }))
  return askedScreen(section.heading, topics.toSorted((a, b) => b.questions - a.questions))
}
