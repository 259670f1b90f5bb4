// Lists in YAML files with more in them, or with an item changed. Everything else stays as somebody wrote it, down to its line breaks.
import { isMap, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml'

const width = { lineWidth: 120 }

type Row = Readonly<Record<string, unknown>>

interface Edit {
  readonly begins: number
  readonly ends: number
  readonly words: string
}

/** Each row in the place of the item with the same id; else at the end. @param list the name of a list at the top of the file */
export function withItems(text: string, list: string, rows: readonly Row[]): string {
  const document = parseDocument(text)
  const found = document.get(list, true)
  if (!isSeq(found) || !found.range) {
    const pair = isMap(document.contents) ? document.contents.items.find(({ key }) => String(key) === list) : undefined
    if (pair === undefined) return `${text.trimEnd()}\n${list}:\n${block(rows, 2)}\n`
    document.set(list, rows)
    return document.toString(width)
  }
  const items = new Map(found.items.flatMap((node) => (isMap(node) && node.range ? [[node.get('id'), node] as const] : [])))
  const fresh = rows.filter(({ id }) => !items.has(id))
  const edits = rows.flatMap((row) => {
    const node = items.get(row['id'])
    return node === undefined ? [] : replacing(text, node, row)
  })
  const all = [...edits, ...(fresh.length === 0 ? [] : [adding(text, found, fresh)])].toSorted((one, other) => one.begins - other.begins)
  let [written, at] = ['', 0]
  for (const { begins, ends, words } of all) {
    written += text.slice(at, begins) + words
    at = ends
  }
  return written + (text.slice(at) || (written.endsWith('\n') ? '' : '\n'))
}

/** What the row says nothing about stays, such as a picture. */
function replacing(text: string, node: YAMLMap, row: Row): readonly Edit[] {
  const [from = 0, to = 0] = node.range ?? []
  const there = node.toJSON() as Row
  if (node.flow === true) return [{ begins: from, ends: to, words: flow({ ...there, ...row }) }]
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1)
  const field = (name: string): string => block([{ [name]: row[name] }], indent - 2).slice(indent)
  const isSame = (name: string): boolean => JSON.stringify(there[name]) === JSON.stringify(row[name])
  const changes = node.items.flatMap(({ key, value }) => {
    const name = String(key)
    if (!(name in row) || isSame(name)) return []
    return [{ begins: (key as { readonly range?: readonly number[] }).range?.[0] ?? 0, ends: text.slice(0, endOf(value)).trimEnd().length, words: field(name) }]
  })
  const added = Object.keys(row).filter((name) => !(name in there) && row[name] !== undefined).map((name) => `\n${' '.repeat(indent)}${field(name)}`).join('')
  const last = text.slice(0, to).trimEnd().length
  return added === '' ? changes : [...changes, { begins: last, ends: last, words: added }]
}

/** Behind the last one, where a comment or a comma may follow. */
function adding(text: string, list: YAMLSeq, rows: readonly Row[]): Edit {
  const [begins = 0, ends = 0] = list.range ?? []
  if (list.items.length === 0) return { begins: text.slice(0, begins).trimEnd().length, ends, words: `\n${block(rows, 2)}` }
  const last = endOf(list.items.at(-1))
  if (list.flow === true) return { begins: last, ends: last, words: rows.map((row) => `, ${flow(row)}`).join('') }
  const indent = begins - (text.lastIndexOf('\n', begins - 1) + 1)
  const next = text.indexOf('\n', text.slice(0, last).trimEnd().length)
  const end = next === -1 ? text.length : next
  return { begins: end, ends: end, words: `\n${block(rows, indent)}` }
}

const endOf = (node: unknown): number => (node as { readonly range?: readonly number[] | null }).range?.[1] ?? 0

const flow = (row: Row): string => stringify(row, { collectionStyle: 'flow', lineWidth: 0 }).trim()

/** As items of a list whose dashes stand behind so many spaces. */
const block = (rows: readonly Row[], indent: number): string => stringify(rows, width).trimEnd().replaceAll(/^(?=.)/gmu, ' '.repeat(indent))
