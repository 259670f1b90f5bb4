// A section of a study document with everything below its heading, in pages that fit into a message.
import type { Course, Section } from '../../course/course.ts'
import { withTitles } from '../../course/document-titles.ts'
import { refusal } from '../../screens/notice.ts'
import { pageOf } from '../../screens/page.ts'
import { sectionMark } from '../../screens/passage.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { pagesOf } from './pages.ts'
import { passageScreen } from './passage-screen.ts'
import { headingOf } from '../../course/heading-of.ts'
import { aroundSection, wholeSection } from './sections.ts'

const marks = new WeakMap<Course, ReadonlyMap<string, Section>>()

/** @param mark what a button says instead of the section's key */
export function passage(course: Course, mark: string, page: number): Screen {
  const section = sectionsByMark(course).get(mark)
  const document = section === undefined ? undefined : course.byId.documents.get(section.document)
  if (section === undefined || document === undefined) return gone()
  const { shown, at, pages, missing } = pageOf(pagesOf(blocksOf(course, wholeSection(document, section))), { size: 1, page, what: 'passage' })
  const { before, after } = aroundSection(document, section)
  return passageScreen({
    heading: headingOf(document, section),
    document: { id: document.id, title: document.title },
    mark,
    blocks: [...missing, ...shown.flat()],
    page: at,
    pages,
    before: before === undefined ? null : sectionMark(before.key),
    after: after === undefined ? null : sectionMark(after.key),
    topic: section.heading,
  })
}

export function sectionsByMark(course: Course): ReadonlyMap<string, Section> {
  const known = marks.get(course) ?? new Map(course.documents.flatMap(({ sections }) => sections).map((section) => [sectionMark(section.key), section]))
  marks.set(course, known)
  return known
}

function blocksOf(course: Course, [first, ...below]: readonly Section[]): readonly Block[] {
  const text = (section: Section | undefined) => (section === undefined ? [] : markdownBlocks(withTitles(course, section.text)))
  return [...text(first), ...below.flatMap((section): Block[] => [{ kind: 'heading', text: section.heading }, ...text(section)])]
}

function gone(): Screen {
  return refusal('This passage is gone', [['Its section was renamed or removed from the course.']])
}
