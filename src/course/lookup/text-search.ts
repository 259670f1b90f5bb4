// Full-text search in documents, glossary and tips, for questions that no row answers.
import MiniSearch from 'minisearch'
import type { Course, Section, Term, Tip } from '../course.ts'
import { readWords, stem } from './words.ts'

/**
 * A hit has to hold this share of the question's words, rare words counting more. In tests/course/lookup-queries.yaml, hits that were
 * meant hold 0.8 and more, hits by chance 0.48 and less.
 */
const enoughOfTheQuestion = 0.6
const nearlyAll = 0.9
/** In characters. */
const snippetLength = 480
/** Of a list, with the line before it. */
const itemsShown = 8

export type Found = { readonly term: Term } | { readonly tip: Tip } | { readonly section: Section; readonly snippet: string }

export type TextSearch = {
  /**
   * @param words only words with a meaning; without any, nothing is found
   * @param strict the words name something of the course, so that a hit by chance holds many of them
   */
  find(words: readonly string[], strict?: boolean): Found | undefined
  /** The best hit even if it is not good enough, to set the threshold by. */
  measure(words: readonly string[]): Hit | undefined
}

/** `share` and `held`: how many of the question's words it holds, rare ones counting more, and as a plain number. */
type Hit = { readonly found: Found; readonly share: number; readonly held: number; readonly inHeading: boolean }

type Entry = { readonly id: number; readonly heading: string; readonly body: string; readonly of: Term | Tip | Section }

export function buildTextSearch(course: Course): TextSearch {
  const sections = course.documents.flatMap(({ sections }) => sections).filter(({ text }) => text !== '')
  const entries: readonly Entry[] = [...course.glossary, ...sections, ...course.tips].map((of, id) => ({ id, of, ...fieldsOf(of) }))
  const index = new MiniSearch<Entry>({
    fields: ['heading', 'body'],
    tokenize: (text) => [...readWords(text)],
    processTerm: stem,
    searchOptions: { boost: { heading: 3 }, combineWith: 'OR', processTerm: stem },
  })
  index.addAll(entries)
  const weigh = weights(entries)
  const measure: TextSearch['measure'] = (words) => {
    if (words.length === 0) return undefined
    const roots = [...new Set(words.map(stem))]
    const total = roots.reduce((sum, root) => sum + weigh(root), 0)
    const hits = index.search(words.join(' ')).slice(0, 8)
    const shares = hits.map((hit) => hit.queryTerms.reduce((sum, root) => sum + weigh(root), 0) / total)
    const most = Math.max(...shares)
    const best = hits[shares.findIndex((share) => share >= most - 0.1)]
    const of = best === undefined ? undefined : entries[best.id]?.of
    if (best === undefined || of === undefined) return undefined
    const inHeading = Object.values(best.match).some((fields) => fields.includes('heading'))
    return { share: shares[hits.indexOf(best)] ?? 0, held: best.queryTerms.length, inHeading, found: toFound(of, best.queryTerms) }
  }
  return {
    measure,
    find: (words, strict = false) => {
      const best = measure(words)
      if (best === undefined || best.share < (strict ? nearlyAll : enoughOfTheQuestion)) return undefined
      // A single word occurs in many places by chance, so it has to be in a heading.
      return best.held >= 2 || best.inHeading ? best.found : undefined
    },
  }
}

function toFound(of: Entry['of'], roots: readonly string[]): Found {
  if ('term' in of) return { term: of }
  return 'heading' in of ? { section: of, snippet: cut(of, roots) } : { tip: of }
}

function fieldsOf(of: Entry['of']): Pick<Entry, 'heading' | 'body'> {
  if ('term' in of) return { heading: [of.term, ...of.aliases].join(' · '), body: of.definition }
  if ('kind' in of) return { heading: '', body: [of.text, of.reality ?? ''].join(' ') }
  return { heading: of.path.join(' · '), body: of.text }
}

/** Rare words weigh more; a word that occurs nowhere weighs most. */
export function weights(entries: readonly { readonly heading: string; readonly body: string }[]): (root: string) => number {
  const counts = new Map<string, number>()
  for (const { heading, body } of entries) {
    for (const root of new Set(readWords(`${heading} ${body}`).map(stem))) counts.set(root, (counts.get(root) ?? 0) + 1)
  }
  return (root) => Math.log(1 + entries.length / (1 + (counts.get(root) ?? 0)))
}

/** The start of a section if it is short or its headings hold all of the question's words; else the paragraph, item or table row with most of them. */
function cut(section: Section, roots: readonly string[]): string {
  const parts = splitParts(section.text)
  const heading = new Set(readWords(section.path.join(' ')).map(stem))
  if (parts.join(' ').length <= snippetLength || roots.every((root) => heading.has(root))) return plainStart(section)
  const scores = parts.map((part) => new Set(readWords(part).map(stem)).intersection(new Set(roots)).size)
  const at = scores.indexOf(Math.max(...scores))
  // What introduces something says little without it.
  if (at === 0) return plainStart(section)
  return shorten(parts.slice(at, parts[at]?.endsWith(':') === true ? at + itemsShown : at + 1).join('\n'))
}

/** The start of a section as plain text. */
export function plainStart({ text }: Section): string {
  return shorten(splitParts(text).join('\n'))
}

export const splitParts = (text: string): readonly string[] => rawParts(text).map(toPlain).filter((part) => part !== '')

const rawParts = (text: string): readonly string[] => tablesAsLines(text).split(/\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)/)

/** As {@link splitParts}, with a mark before each item of a list, and without notes. */
export function splitLines(text: string): readonly string[] {
  const parts = rawParts(text).map((raw) => ({ plain: toPlain(raw), mark: /^\s*(?:[-*]|\d+\.)\s/u.test(raw) ? '• ' : '' }))
  return parts.filter(({ plain }) => plain !== '' && !plain.startsWith('Note: ')).map(({ plain, mark }) => `${mark}${plain}`)
}

export function shorten(text: string): string {
  return text.length <= snippetLength ? text : `${text.slice(0, text.slice(0, snippetLength).search(/\s\S*$/))} …`
}

/** Turns each row of a table into a line that names its columns: `Compliance: AWS: …; The customer: …`. */
function tablesAsLines(markdown: string): string {
  return markdown.replaceAll(/^\|(.+)\|[^\S\n]*\n\|[\s:|-]+\|[^\S\n]*\n((?:\|.+\|[^\S\n]*(?:\n|$))+)/gm, (_table, head: string, body: string) => {
    const names = cellsOf(head)
    const lines = body.trim().split('\n').map((row) => {
      const cells = cellsOf(row.trim().slice(1, -1))
      const titled = cells.length > 2
      const named = cells.flatMap((cell, at) => (cell === '' || (titled && at === 0) ? [] : [`${names[at] ?? ''}: ${cell}`]))
      return titled ? `${cells[0] ?? ''}: ${named.join('; ')}` : named.join('; ')
    })
    return `${lines.join('\n\n')}\n`
  })
}

const cellsOf = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim())

function toPlain(markdown: string): string {
  const lines = markdown.replaceAll(/^\s*(?:[-*>]|\d+\.|#+)\s+/gm, '')
  return lines.replaceAll(/\[([^\]]+)\]\([^)\s]+\)/g, '$1').replaceAll(/\*\*|__|`/g, '').replaceAll(/\s+/g, ' ').trim()
}
