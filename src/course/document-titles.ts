// Study documents under their short titles: authors write “document 003” or just “003”, which tells readers nothing.
import { outsideCode } from '../core/code-marks.ts'
import type { Course } from './course.ts'

type Documents = Pick<Course, 'documents'>

type Titles = { readonly pattern: RegExp; readonly titles: ReadonlyMap<string, string> } | null

const made = new WeakMap<Documents['documents'], Titles>()

/** The text with every reference outside of code to a document by its id replaced by the document's short title in quotes. */
export function withTitles({ documents }: Documents, text: string): string {
  const found = made.get(documents) ?? titlesOf(documents)
  made.set(documents, found)
  if (found === null) return text
  const titled = (whole: string, ids: string | undefined, bare: string | undefined) => {
    const named = (ids ?? bare ?? '').replaceAll(/[\w-]+/gu, (word) => (found.titles.has(word) ? `“${found.titles.get(word)}”` : word))
    return named === '' ? whole : named
  }
  return outsideCode(text, (words) => words.replaceAll(found.pattern, titled))
}

/** `documents 002 and 004`; and alone only ids that are no word and no number that somebody would count with: `004`. */
function titlesOf(documents: Documents['documents']): Titles {
  if (documents.length === 0) return null
  const quoted = documents.map(({ id }) => id.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  const any = `(?:${quoted.join('|')})`
  const bare = quoted.filter((id) => /^0\d+$/u.test(id))
  const listed = String.raw`\b[Dd]ocuments?\s+(${any}\b(?:(?:,\s*|\s+and\s+|\s+or\s+|,\s*and\s+)${any}\b)*)`
  const alone = bare.length === 0 ? '' : String.raw`|(?<![\w.,:-])(${bare.join('|')})(?![\w-]|[.:]\d)`
  return { pattern: new RegExp(listed + alone, 'gu'), titles: new Map(documents.map(({ id, short }) => [id, short])) }
}
