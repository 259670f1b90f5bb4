// The section that somebody means by what they type: a document, a heading, a part of one, or a citation such as `001 / Overview`.
import { fold } from '../../commands/fold.ts'
import type { Course, Section, StudyDocument } from '../../course/course.ts'

export type Place = { readonly document: StudyDocument; readonly section: Section }

export type Found =
  | { readonly kind: 'document'; readonly document: StudyDocument }
  | { readonly kind: 'sections'; readonly places: readonly Place[] }
  | { readonly kind: 'nothing' }

/** More would be no choice. */
const most = 8

export function findSection({ documents, byId }: Course, words: string): Found {
  const [wanted, typed] = [plain(words), letters(words)]
  const places = documents.flatMap((each) => each.sections.map((section) => ({ document: each, section })))
  const cited = places.filter(({ section }) => letters(section.key) === typed)
  if (cited.length > 0) return { kind: 'sections', places: cited }
  const document = byId.documents.get(words.trim()) ?? documents.find(({ title, short }) => letters(title) === typed || letters(short) === typed)
  if (document !== undefined) return { kind: 'document', document }
  const numbered = numberedHeading(places, typed)
  if (numbered !== undefined) return { kind: 'sections', places: [numbered] }
  const other = documents.find(({ title, short }) => plain(title) === wanted || plain(short) === wanted) ?? documentNumber(documents, typed)
  if (other !== undefined) return { kind: 'document', document: other }
  const inside = withinDocument(documents, words)
  if (inside.length > 0) return { kind: 'sections', places: inside }
  const exact = places.filter(({ section }) => plain(section.heading) === wanted)
  const found = exact.length > 0 ? exact : places.filter(({ section }) => wanted.split(' ').every((word) => plain(section.heading).includes(word)))
  return found.length === 0 || wanted === '' ? { kind: 'nothing' } : { kind: 'sections', places: found.slice(0, most) }
}

/** The only heading that is, or else begins with, what was typed with its number: `2. Configuration Management`. */
function numberedHeading(places: readonly Place[], typed: string): Place | undefined {
  if (!/^\d/u.test(typed)) return undefined
  const exact = places.filter(({ section }) => letters(section.heading) === typed)
  const [only, ...others] = exact.length > 0 || !/\p{L}/u.test(typed) ? exact : places.filter(({ section }) => letters(section.heading).startsWith(typed))
  return others.length === 0 ? only : undefined
}

/** `2` or `document 2`, by its number in the list of all documents. */
const documentNumber = (documents: readonly StudyDocument[], typed: string): StudyDocument | undefined => documents[Number(/^(?:document )?(\d{1,3})$/u.exec(typed)?.[1] ?? 0) - 1]

/** `3 ec2`, `document 3: ec2` or `000 ec2`: a section of the document with this number or id. */
function withinDocument(documents: readonly StudyDocument[], words: string): readonly Place[] {
  const [, number = '', rest = ''] = /^\s*(?:document\s+)?(\S+?)[\s,:/.]+(.+)$/iu.exec(words) ?? []
  const document = documents.find(({ id }) => id === number) ?? documentNumber(documents, number)
  const wanted = plain(rest)
  if (document === undefined || wanted === '') return []
  const fits = (is: (heading: string) => boolean) => document.sections.filter(({ heading }) => is(plain(heading)))
  const exact = fits((heading) => heading === wanted)
  const found = exact.length > 0 ? exact : fits((heading) => wanted.split(' ').every((word) => heading.includes(word)))
  return found.slice(0, most).map((section) => ({ document, section }))
}

/** Without punctuation and letter case. */
const letters = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The words that the headings have in them: a number that none of them has is left out. */
export function wordsHeld(typed: string, places: readonly Place[]): string {
  const rest = typed.trim().replace(/^(?:document\s+)?\d+[\s,:/.]+(?=\S)/iu, '')
  const holds = ({ section }: Place) => letters(typed).split(' ').every((word) => letters(section.heading).includes(word))
  return places.every(holds) ? typed.trim() : rest
}

/** A heading without its number as well: `1. Patch Management` is `patch management`. */
const plain = (text: string) => letters(text).replace(/^\d+ (?=\p{L})/u, '')

/** Headings to offer while somebody types, each with its document. */
export function suggestSections({ documents }: Course, typed: string, limit: number): readonly { readonly value: string; readonly label: string }[] {
  const wanted = plain(typed)
  const all = documents.flatMap(({ id, title, short, sections }) => [
    { value: id, label: title },
    ...sections.map(({ key, heading, path }) => ({ value: key, label: `${path.length > 1 ? `${path.at(-2)}: ` : ''}${heading} · ${short}` })),
  ])
  return all.filter(({ label }) => plain(label).includes(wanted)).slice(0, limit).map(({ value, label }) => ({ value, label: label.slice(0, 100) }))
}
