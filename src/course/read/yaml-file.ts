// Reads one YAML file, checks it against its schema, and knows the line of every field.
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../problem.ts'
import { parseYaml } from './parse-yaml.ts'
import { explainIssue } from './schema-issue.ts'

export type FieldPath = readonly PropertyKey[]

export type YamlFile<Value> = {
  readonly file: string
  /** The usable part of the file; undefined if there is none. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  /** The line of a field of `value`, from 1; if the field is missing, that of the nearest thing around it. */
  readonly lineOf: (path: FieldPath) => number
}

/** A list item that breaks the schema is reported and left out, so that the items around it are still checked. Text that YAML would drop is reported too. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): YamlFile<z.output<Schema>> {
  const { document, lines, problems } = parseYaml(file, text)
  if (document === undefined) return { file, value: undefined, problems, lineOf: () => 1 }

  const lineOf = (path: FieldPath) => lines.linePos(offsetOf(document, path)).line
  const value: unknown = document.toJS()
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return { file, value: checked.data, problems, lineOf }

  const told = new Set(problems.map(({ line }) => line))
  const issues = checked.error.issues.map((issue): Problem => {
    const { message, remedy, path } = explainIssue(issue, plainSourceOf(document, issue.path))
    return { level: 'error', check: 'schema', file, line: lineOf(path), message, remedy }
  })
  const broken = brokenItems(checked.error.issues.map(({ path }) => path))
  const rest = schema.safeParse(withoutItems(value, broken))
  return {
    file,
    value: rest.success ? rest.data : undefined,
    problems: [...problems, ...issues.filter(({ line }) => !told.has(line))],
    lineOf: ([list, item, ...field]) => lineOf([list, originalIndex(item, broken.get(list)), ...field].filter((part) => part !== undefined)),
  }
}

/** The indexes of the items that break the schema, by the name of their list. */
type BrokenItems = ReadonlyMap<PropertyKey | undefined, ReadonlySet<PropertyKey>>

function brokenItems(paths: readonly FieldPath[]): BrokenItems {
  const broken = new Map<PropertyKey | undefined, Set<PropertyKey>>()
  for (const [list, item] of paths) {
    if (typeof item === 'number') broken.set(list, (broken.get(list) ?? new Set()).add(item))
  }
  return broken
}

function withoutItems(value: unknown, broken: BrokenItems): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, field]) => {
    const places = broken.get(name)
    return [name, Array.isArray(field) ? field.filter((_, index) => places?.has(index) !== true) : field]
  })
  return Object.fromEntries(entries)
}

/** Maps an index after broken items were left out to the index in the file. */
function originalIndex(index: PropertyKey | undefined, broken: ReadonlySet<PropertyKey> = new Set()): PropertyKey | undefined {
  if (typeof index !== 'number') return index
  let original = 0
  for (let left = index; broken.has(original) || left > 0; original += 1) if (!broken.has(original)) left -= 1
  return original
}

/** Where the field begins in the text, or the nearest thing around it. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    }
  }
  return offset
}

/** What is written for a value without quotes; undefined for anything else. */
function plainSourceOf(document: Document, path: FieldPath): string | undefined {
  const node = document.getIn(path, true)
  return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined
}
