// What a question gives as its sources: sections of the course's documents, or books and pages in the writer's own words.
import { longest } from '../../check-team-question.ts'
import type { Citation, Course } from '../../course.ts'

/** As an export for people names a section. */
export const titled = ({ title, section }: Pick<Citation, 'title' | 'section'>): string => `${title}, ${section}`

const between = '; '

/**
 * The sections that the text names, where each part of it is one; else the text as it is. One that is too long for a heading is taken apart.
 *
 * @param near what the question cites in the course: several sections may have one title
 */
export function sourcesIn(course: Course, written: string, near: readonly Citation[] = []): readonly string[] {
  const parts = written.split(between)
  const known = sectionsOf(course)
  const sections = sectionsIn(near.length === 0 ? known : new Map([...known, ...near.map((citation) => [titled(citation), citation.key] as const)]), parts)
  if (sections !== undefined) return sections
  return written.length <= longest.line ? [written] : [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
}

/** A heading may have the sign between two parts in it. */
function sectionsIn(known: ReadonlyMap<string, string>, parts: readonly string[]): readonly string[] | undefined {
  if (parts.length === 0) return []
  for (let count = parts.length; count > 0; count -= 1) {
    const key = known.get(parts.slice(0, count).join(between))
    const rest = key === undefined ? undefined : sectionsIn(known, parts.slice(count))
    if (key !== undefined && rest !== undefined) return [key, ...rest]
  }
  return undefined
}

const made = new WeakMap<Course, ReadonlyMap<string, string>>()

/** The keys of sections by all that they are called. */
function sectionsOf(course: Course): ReadonlyMap<string, string> {
  const there = made.get(course)
  if (there !== undefined) return there
  const found = new Map<string, string>()
  for (const { document, heading, key } of course.byId.sections.values()) {
    const name = titled({ title: course.byId.documents.get(document)?.short ?? document, section: heading })
    if (!found.has(name)) found.set(name, key)
  }
  for (const key of course.byId.sections.keys()) found.set(key, key)
  made.set(course, found)
  return found
}

/** A comment in a document marks the facts of a section. */
export const unmarked = (text: string): string => text.replaceAll('<!--', '<! --')

/** What an import writes below a heading that can't say the source as it is. */
export const sourceLine = (source: string): string => `Source: ${unmarked(source)}`

/** Whether this is how somebody named the section: by its key, its title, or the words for which an import wrote it. */
export function isNamed(course: Course, citation: Citation, source: string): boolean {
  if ([citation.key, titled(citation), citation.section].includes(source)) return true
  return course.byId.sections.get(citation.key)?.text.split('\n').includes(sourceLine(source)) === true
}
