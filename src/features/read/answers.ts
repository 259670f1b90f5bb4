// Opens documents and passages, and turns their pages.
import type { Course } from '../../course/course.ts'
import { refusal } from '../../screens/notice.ts'
import { sectionMark } from '../../screens/passage.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { askedScreen } from './asked-screen.ts'
import { contentsScreen, documentsScreen, whichSection } from './contents-screen.ts'
import type { read } from './face.ts'
import { findSection, suggestSections } from './find-section.ts'
import { passage, sectionsByMark } from './passage.ts'
import { wholeSection } from './sections.ts'

export const commands: Answers<typeof read>['commands'] = {
  read: ({ section }, _, { course }) => (section === undefined ? documentsScreen(course.documents) : open(course, section)),
}

export const controls: Answers<typeof read>['controls'] = {
  passage: ({ section, page, show }, _, { course }) => ({ to: 'asker', screen: passage(course, section, page), update: show === 'here' }),
  contents: ({ document, page }, _, { course }) => {
    const found = course.byId.documents.get(document)
    return found === undefined ? documentsScreen(course.documents) : contentsScreen(found, page)
  },
  asked: ({ section }, _, { course }) => ({ to: 'asker', screen: asked(course, section), update: false }),
}

export const suggestions: Answers<typeof read>['suggestions'] = {
  read: { section: (typed, limit, { course }) => suggestSections(course, typed, limit) },
}

function open(course: Course, words: string): Screen {
  const found = findSection(course, words)
  switch (found.kind) {
    case 'document':
      return contentsScreen(found.document, 0)
    case 'sections': {
      const [only, ...others] = found.places
      return only !== undefined && others.length === 0 ? passage(course, sectionMark(only.section.key), 0) : whichSection(words.slice(0, 80), found.places)
    }
    case 'nothing':
      return refusal('No such section', [[`No heading has “${words.slice(0, 80)}” in it. `, command('read'), ' shows all documents. To search their contents: ', command(`lookup ${words.slice(0, 60)}`)]])
  }
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
