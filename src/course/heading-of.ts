// What to call a section of a document.
import type { Section, StudyDocument } from './course.ts'

/** Headings that occur twice in a document are told apart by what they stand under. */
export function headingOf({ sections }: StudyDocument, section: Section): string {
  const isRepeated = sections.some((other) => other !== section && other.heading === section.heading)
  const parent = section.path.at(-2)
  return isRepeated && parent !== undefined ? `${section.heading} (${parent})` : section.heading
}
