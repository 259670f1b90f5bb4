// The sections of a document as people go through them: what belongs together, what comes before and after, and what to call each.
import type { Section, StudyDocument } from '../../course/course.ts'

/** The section and those below its heading. The title of a document stands above everything in it, so it has only its own text. */
export function wholeSection({ sections }: StudyDocument, section: Section): readonly Section[] {
  const from = sections.indexOf(section)
  const after = sections.slice(from + 1)
  const end = after.findIndex(({ level }) => level <= section.level)
  const below = end === -1 ? after : after.slice(0, end)
  return section.level === 1 && section.text !== '' ? [section] : [section, ...below]
}

/** What to read before it and after it: the nearest that neither contains it nor stands in it. */
export function aroundSection(document: StudyDocument, section: Section): { readonly before: Section | undefined; readonly after: Section | undefined } {
  const { sections } = document
  const from = sections.indexOf(section)
  const whole = wholeSection(document, section)
  const before = sections.slice(0, from).findLast(({ level, text }) => level <= section.level && (level > 1 || text !== ''))
  return { before, after: sections[from + whole.length] }
}

/** The sections that a table of contents names: two levels, without the title of the whole. */
export function chapters({ sections }: StudyDocument): readonly Section[] {
  const named = sections.filter(({ level, text }) => level === 2 || (level === 1 && text !== ''))
  return named.length > 0 ? named : sections
}

/** Headings right below a chapter. */
export function partsOf(document: StudyDocument, chapter: Section): readonly Section[] {
  const below = wholeSection(document, chapter).slice(1)
  const level = Math.min(...below.map((section) => section.level))
  return below.filter((section) => section.level === level)
}
