// Cuts a study document's Markdown into sections.
import type { Section } from '../course.ts'

/** A section before it has a key, with the line of its heading, counted from 1. */
export type SectionAt = Omit<Section, 'key'> & { readonly line: number }

const headingLine = /^(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/
const fenceLine = /^ {0,3}(`{3,}|~{3,})/
const factsMarker = /<!--\s*facts:([^>]*?)-->/g

/** Headings inside code fences are text. Text before the first heading is dropped. */
export function readSections(document: string, markdown: string): readonly SectionAt[] {
  const found: { level: number; heading: string; path: readonly string[]; line: number; body: string[] }[] = []
  let fence: string | undefined
  let above: readonly (string | undefined)[] = []
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const heading = fence === undefined ? headingLine.exec(text) : null
    fence = fenceAfter(fence, text)
    if (heading === null) {
      found.at(-1)?.body.push(text)
      continue
    }
    const [, marks = '', title = ''] = heading
    const name = title.replaceAll('**', '').trim()
    above = [...above.slice(0, marks.length - 1), ...blanks(marks.length - 1 - above.length), name]
    const path = marks.length === 1 ? [name] : above.slice(1).filter((part) => part !== undefined)
    found.push({ level: marks.length, heading: name, path, line: index + 1, body: [] })
  }
  return found.map(({ body, ...rest }) => ({ document, ...rest, ...withoutMarkers(body.join('\n')) }))
}

/** The first line of text before the first heading, if any, not counting comments and front matter. */
export function lineBeforeHeadings(markdown: string, [first]: readonly SectionAt[]): number | undefined {
  if (first === undefined) return undefined
  const lead = markdown.split(/\r?\n/).slice(0, first.line - 1).join('\n')
  const text = lead.replace(/^---\n[^]*?\n---(?=\n|$)/, blankLines).replaceAll(/<!--[^]*?-->/g, blankLines)
  const at = text.split('\n').findIndex((line) => line.trim() !== '')
  return at === -1 ? undefined : at + 1
}

function blankLines(text: string): string {
  return text.replaceAll(/[^\n]/g, '')
}

/** The marker of the code fence that is open after this line, if any. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const mark = fenceLine.exec(line)?.[1]
  if (mark === undefined) return open
  if (open === undefined) return mark
  return mark.startsWith(open) && line.trim() === mark ? undefined : open
}

/** Placeholders for skipped heading levels, as from level 2 to level 4. */
function blanks(count: number): readonly undefined[] {
  return Array.from({ length: Math.max(0, count) }, () => undefined)
}

function withoutMarkers(body: string): Pick<Section, 'text' | 'facts'> {
  const facts = [...body.matchAll(factsMarker)].flatMap(([, ids]) => ids?.match(/[^\s,]+/g) ?? [])
  return { facts, text: body.replaceAll(factsMarker, '').replaceAll(/\n{3,}/g, '\n\n').trim() }
}
