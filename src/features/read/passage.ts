// A section of a study document with everything below its heading, in pages that fit into a message.
import type { Course, Section, StudyDocument } from '../../course/course.ts'
import { withTitles } from '../../course/document-titles.ts'
import { refusal } from '../../screens/notice.ts'
import { sectionMark } from '../../screens/passage.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { pagesOf } from './pages.ts'
import { passageScreen } from './passage-screen.ts'

const marks = new WeakMap<Course, ReadonlyMap<string, Section>>()

/** @param mark what a button says instead of the section's key */
export function passage(course: Course, mark: string, page: number): Screen {
  const section = sectionsByMark(course).get(mark)
  const document = section === undefined ? undefined : course.byId.documents.get(section.document)
  if (section === undefined || document === undefined) return gone()
  const pages = pagesOf(blocksOf(course, wholeSection(document, section)))
  const at = Math.min(page, pages.length - 1)
  return passageScreen({ heading: section.heading, document: document.title, mark, blocks: pages[at] ?? [], page: at, pages: pages.length })
}

function sectionsByMark(course: Course): ReadonlyMap<string, Section> {
  const known = marks.get(course) ?? new Map(course.documents.flatMap(({ sections }) => sections).map((section) => [sectionMark(section.key), section]))
  marks.set(course, known)
  return known
}

/** The section and those below its heading. The title of a document stands above everything in it, so it has only its own text. */
function wholeSection({ sections }: StudyDocument, section: Section): readonly Section[] {
  const from = sections.indexOf(section)
  const after = sections.slice(from + 1)
  const end = after.findIndex(({ level }) => level <= section.level)
  const below = end === -1 ? after : after.slice(0, end)
  return section.level === 1 && section.text !== '' ? [section] : [section, ...below]
}

function blocksOf(course: Course, [first, ...below]: readonly Section[]): readonly Block[] {
  const text = (section: Section | undefined) => (section === undefined ? [] : markdownBlocks(withTitles(course, section.text)))
  return [...text(first), ...below.flatMap((section): Block[] => [{ kind: 'heading', text: section.heading }, ...text(section)])]
}

function gone(): Screen {
  return refusal('This passage is gone', [['Its section was renamed or removed from the course.']])
}
