// A second opinion on rows, by the words of their titles and texts: it decides between rows that fit a question equally well.
import type { Course, Responsibility } from '../course.ts'
import type { Asked } from './asked.ts'
import { dutyWords, grammarWords, neutralWords } from './neutral-words.ts'
import type { SideOf } from './sides.ts'
import { weights } from './text-search.ts'
import { readWords, stem } from './words.ts'

export type RowWords = {
  /** The one of these rows, of different owners, that holds clearly more of the words; all of them if none does. */
  choose(rows: readonly Responsibility[], words: readonly string[]): readonly Responsibility[]
  /** The row whose title has all words of the question that mean something, and the question all words of the title. */
  titled(words: readonly string[], sideOf: SideOf): Responsibility | undefined
  /** The row with the shortest title that has all words of the question that mean something, at least two. */
  within(words: readonly string[], sideOf: SideOf): Responsibility | undefined
  /** In place of a service's whole split: the row of one owner whose own half says what the words say, if only one owner's rows do. */
  narrower(split: Responsibility, words: readonly string[]): Responsibility | undefined
  /** How much of the words these rows hold. */
  share(rows: readonly Responsibility[], words: readonly string[]): number
  /** Of the rows for the service, the one that holds nearly all of the words; it is about an act that was asked about, if there is such a row. */
  find(words: readonly string[], asked: Asked): Responsibility | undefined
}

/** A word in a title counts more. */
const inTitle = 1.5
/** By how much of a question's weight one row has to lead; and how much of it a row has to hold that is found by words alone. */
const lead = 0.2
const enough = 0.75

type Entry = { readonly row: Responsibility; readonly title: ReadonlySet<string>; readonly text: ReadonlySet<string> }

export function buildRowWords({ responsibilities, parties }: Course): RowWords {
  const entries = new Map(responsibilities.map((row) => [row.id, toEntry(row)]))
  const halves = new Map(responsibilities.map((row) => [row.id, new Set(readWords((row.owner === parties.provider.id ? row.provider : row.owner === parties.customer.id ? row.customer : '') ?? '').map(stem))]))
  const weigh = weights(responsibilities.map(({ title, provider, customer }) => ({ heading: title, body: [provider, customer].join(' ') })))
  const shareOf = (row: Responsibility, roots: readonly string[], titleWeight: number): number => {
    const entry = entries.get(row.id)
    const total = roots.reduce((sum, root) => sum + weigh(root), 0)
    const held = roots.reduce((sum, root) => sum + weigh(root) * (entry?.title.has(root) === true ? titleWeight : entry?.text.has(root) === true ? 1 : 0), 0)
    return total === 0 ? 0 : held / total
  }
  const rowsOf = ({ services }: Asked) => responsibilities.filter(({ service, thing, act }) => thing.length + act.length > 0 && services.length === 1 && services.every(({ id }) => service.includes(id)))
  const rootsOf = (words: readonly string[]): readonly string[] => [...new Set(words.filter((word) => !grammarWords.has(word)).map(stem))]
  const meantBy = (words: readonly string[], sideOf: SideOf): readonly string[] => rootsOf(words.filter((word) => !neutralWords.has(word) && sideOf(word) === undefined))
  return {
    choose: (rows, words) => {
      if (rows.length < 2 || new Set(rows.map(({ owner }) => owner)).size === 1) return rows
      const roots = rootsOf(words)
      const ranked = rows.map((row) => ({ row, share: shareOf(row, roots, inTitle) })).toSorted((one, other) => other.share - one.share)
      const [best, next] = ranked
      return best !== undefined && next !== undefined && best.share - next.share >= lead ? [best.row] : rows
    },
    within: (words, sideOf) => {
      const meant = meantBy(words, sideOf)
      const holding = meant.length < 2 ? [] : [...entries.values()].filter(({ title }) => meant.every((root) => title.has(root)))
      return holding.toSorted((one, other) => one.title.size - other.title.size)[0]?.row
    },
    titled: (words, sideOf) => {
      const roots = new Set(rootsOf(words))
      const meant = meantBy(words, sideOf)
      const isTitle = ({ title }: Entry): boolean => title.size > 1 && [...title].every((root) => roots.has(root)) && meant.every((root) => title.has(root))
      const [longest] = [...entries.values()].filter(isTitle).map((entry) => ({ ...entry, shared: readWords(entry.row.title).filter((word) => words.includes(word)).length })).toSorted((one, other) => other.shared - one.shared)
      return longest?.row
    },
    narrower: ({ service }, words) => {
      const [ofService] = service
      const roots = rootsOf(words.filter((word) => !dutyWords.has(word)))
      const rows = responsibilities.filter((row) => row.thing.length + row.act.length > 0 && ofService !== undefined && row.service.includes(ofService))
      const holding = roots.length === 0 ? [] : rows.filter((row) => roots.every((root) => halves.get(row.id)?.has(root) === true))
      return new Set(holding.map(({ owner }) => owner)).size === 1 ? holding.toSorted((one, other) => one.service.length - other.service.length)[0] : undefined
    },
    share: (rows, words) => Math.max(0, ...rows.map((row) => shareOf(row, rootsOf(words), 1))),
    find: (words, asked) => {
      const roots = rootsOf(words)
      const ranked = rowsOf(asked).map((row) => ({ row, share: shareOf(row, roots, 1) })).toSorted((one, other) => other.share - one.share)
      const [best] = ranked
      if (best === undefined || roots.length < 3 || best.share < enough) return undefined
      const equal = ranked.filter(({ share }) => share > best.share - 0.02)
      return (equal.find(({ row }) => asked.acts.some(({ id }) => row.act.includes(id))) ?? best).row
    },
  }
}

function toEntry(row: Responsibility): Entry {
  const { title, provider, customer, note } = row
  return { row, title: new Set(readWords(title.replace(/: the (?:whole )?split$/u, '')).filter((word) => !grammarWords.has(word)).map(stem)), text: new Set(readWords([provider, customer, note].join(' ')).map(stem)) }
}
