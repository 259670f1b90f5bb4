// A section of a document that imports write to, changed in its place.
import { readSections } from '../../read/sections.ts'

/**
 * @param change gets the lines of the section, the first of them its heading; undefined leaves the document as it is
 * @returns undefined if there is no such section, or nothing was changed
 */
export function withSection(text: string, heading: string, change: (lines: readonly string[]) => readonly string[] | undefined): string | undefined {
  const sections = readSections('', text)
  const at = sections.findIndex((section) => section.heading === heading)
  const [section, next] = at === -1 ? [] : sections.slice(at, at + 2)
  if (section === undefined) return undefined
  const all = text.split(/\r?\n/u)
  const [begins, end] = [section.line - 1, next === undefined ? all.length : next.line - 1]
  const changed = change(all.slice(begins, end))
  return changed === undefined ? undefined : all.toSpliced(begins, end - begins, ...changed).join(text.includes('\r\n') ? '\r\n' : '\n')
}
