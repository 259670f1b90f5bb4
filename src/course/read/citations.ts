// Finds the section that a citation means: the document and the heading, with the headings above it if needed.
import type { Citation, Section, StudyDocument } from '../course.ts'
import { nearest } from '../similarity.ts'
import type { SectionAt } from './sections.ts'

export type CitationIndex = {
  readonly documents: ReadonlyMap<string, StudyDocument>
  readonly sections: ReadonlyMap<string, readonly Section[]>
}

type Resolution = {
  /** Always set, so that the item can be kept; with a fault, its key finds no section. */
  readonly citation: Citation
  readonly fault?: { readonly message: string; readonly remedy: string }
}

/** All ways to cite a section, the shortest first. */
function citationsOf({ document, path }: Pick<Section, 'document' | 'path'>): readonly string[] {
  return path.map((_, from) => [document, ...path.slice(from)].join(' / ')).reverse()
}

/** Gives each section of one document its key: the shortest citation that fits no other section. */
export function withKeys(found: readonly SectionAt[]): readonly Section[] {
  const uses = Map.groupBy(found.flatMap(citationsOf), (text) => text)
  return found.map(({ line, ...section }) => {
    const key = citationsOf(section).find((text) => uses.get(text)?.length === 1)
    return { ...section, key: key ?? `${section.document} / ${section.heading} (line ${line})` }
  })
}

export function indexCitations(documents: readonly StudyDocument[]): CitationIndex {
  const sections = new Map<string, Section[]>()
  for (const section of documents.flatMap((document) => document.sections)) {
    for (const text of citationsOf(section)) sections.set(text, [...(sections.get(text) ?? []), section])
  }
  return { documents: new Map(documents.map((document) => [document.id, document])), sections }
}

export function resolveCitation(index: CitationIndex, text: string): Resolution {
  const [id = '', ...heading] = text.split(' / ')
  const document = index.documents.get(id)
  const named = { document: id, title: document?.short ?? id, section: heading.join(' / '), key: text }
  if (document === undefined) {
    const ids = [...index.documents.keys()].join(', ')
    return { citation: named, fault: { message: `There is no document "${id}"`, remedy: `The documents are ${ids}` } }
  }
  const [only, ...more] = index.sections.get(text) ?? []
  if (only === undefined) {
    // A document without sections is reported once, as a problem of its own, not again for each citation.
    return document.sections.length === 0 ? { citation: named } : { citation: named, fault: notASection(document, text) }
  }
  if (more.length > 0) {
    const ways = [only, ...more].map(({ key }) => `"${key}"`).join(' or ')
    const fault = { message: `"${text}" names ${more.length + 1} sections`, remedy: `Write the heading above it too: ${ways}` }
    return { citation: named, fault }
  }
  return { citation: { ...named, section: only.heading, key: only.key } }
}

function notASection(document: StudyDocument, text: string): NonNullable<Resolution['fault']> {
  const near = nearest(text, document.sections.map(({ key }) => key))
  return {
    message: `"${text}" is not a section of document ${document.id}`,
    remedy: near.length > 0 ? `Did you mean ${near.map((key) => `"${key}"`).join(' or ')}?` : 'Copy the heading from the document',
  }
}
