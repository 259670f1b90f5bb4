// Lists in YAML files with more in them, or with an item changed. Everything else stays as somebody wrote it, down to its line breaks.
import { isMap, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml'

const width = { lineWidth: 120 }

type Row = Readonly<Record<string, unknown>>

/** @param list the name of a list at the top of the file */
export function withItems(text: string, list: string, rows: readonly Row[]): string {
  return rows.reduce((whole, row) => withItem(whole, list, row), text)
}

/** In the place of the item with the same id; else at the end. */
function withItem(text: string, list: string, row: Row): string {
  const document = parseDocument(text)
  const found = document.get(list, true)
  if (!isSeq(found) || !found.range) {
    const pair = isMap(document.contents) ? document.contents.items.find(({ key }) => String(key) === list) : undefined
    if (pair === undefined) return `${text.trimEnd()}\n${list}:\n${block(row, 2)}\n`
    document.set(list, [row])
    return document.toString(width)
  }
  const there = found.items.find((node): node is YAMLMap => isMap(node) && node.get('id') === row['id'])
  if (there?.range) return replaced(text, there, row)
  if (found.items.length === 0) return `${text.slice(0, found.range[0]).trimEnd()}\n${block(row, 2)}${text.slice(found.range[1])}`
  return found.flow === true ? withFlowItem(text, found, row) : withBlockItem(text, found, row)
}

/** What the row says nothing about stays, such as a picture. */
function replaced(text: string, node: YAMLMap, row: Row): string {
  const [from = 0, to = 0] = node.range ?? []
  const there = node.toJSON() as Row
  if (node.flow === true) return text.slice(0, from) + flow({ ...there, ...row }) + text.slice(to)
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1)
  const field = (name: string): string => block({ [name]: row[name] }, indent - 2).slice(indent)
  const isSame = (name: string): boolean => JSON.stringify(there[name]) === JSON.stringify(row[name])
  const changes = node.items.flatMap(({ key, value }) => {
    const name = String(key)
    if (!(name in row) || isSame(name)) return []
    const begins = (key as { readonly range?: readonly number[] }).range?.[0] ?? 0
    return [{ begins, ends: text.slice(0, endOf(value)).trimEnd().length, words: field(name) }]
  })
  const added = Object.keys(row).filter((name) => !(name in there) && row[name] !== undefined).map((name) => `\n${' '.repeat(indent)}${field(name)}`).join('')
  const last = text.slice(0, to).trimEnd().length
  return [...changes, ...(added === '' ? [] : [{ begins: last, ends: last, words: added }])].reduceRight((whole, { begins, ends, words }) => whole.slice(0, begins) + words + whole.slice(ends), text)
}

/** Behind the last one, where a comment or a comma may follow. */
function withFlowItem(text: string, list: YAMLSeq, row: Row): string {
  const last = endOf(list.items.at(-1))
  return `${text.slice(0, last)}, ${flow(row)}${text.slice(last)}`
}

function withBlockItem(text: string, list: YAMLSeq, row: Row): string {
  const begins = list.range?.[0] ?? 0
  const indent = begins - (text.lastIndexOf('\n', begins - 1) + 1)
  const lastSign = text.slice(0, endOf(list.items.at(-1))).trimEnd().length
  const next = text.indexOf('\n', lastSign)
  const end = next === -1 ? text.length : next
  return `${text.slice(0, end)}\n${block(row, indent)}${text.slice(end) || '\n'}`
}

const endOf = (node: unknown): number => (node as { readonly range?: readonly number[] | null }).range?.[1] ?? 0

const flow = (row: Row): string => stringify(row, { collectionStyle: 'flow', lineWidth: 0 }).trim()

/** As an item of a list whose dash stands behind so many spaces. */
const block = (row: Row, indent: number): string => stringify([row], width).trimEnd().replaceAll(/^(?=.)/gmu, ' '.repeat(indent))
