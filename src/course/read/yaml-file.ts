// One YAML file, checked against its schema, with the line of everything in it.
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../problem.ts'
import { explainIssue } from './schema-issue.ts'

export type FieldPath = readonly PropertyKey[]

export type YamlFile<Value> = {
  readonly file: string
  /** What is sound in the file; nothing if it cannot be used at all. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  readonly lineOf: (path: FieldPath) => number
}

/**
 * An item of a list that breaks the schema is reported and left out, so that one slip does not hide what the checks say about
 * its neighbours. `lineOf` counts the items that are left.
 */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): YamlFile<z.output<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos: [at] }) =>
      problem('yaml', file, lines.linePos(at).line, message.split(' at line ')[0] ?? message, 'Mend the YAML; text with ": " or a special first character needs quotes'))
    return { file, value: undefined, problems, lineOf: () => 1 }
  }
  const lineOf = (path: FieldPath) => lines.linePos(offsetOf(document, path)).line
  const value: unknown = document.toJS()
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return { file, value: checked.data, problems: [], lineOf }

  const problems = checked.error.issues.map((issue) => {
    const { message, remedy, path } = explainIssue(issue)
    return problem('schema', file, lineOf(path), message, remedy)
  })
  const broken = brokenItems(checked.error.issues.map(({ path }) => path))
  const rest = schema.safeParse(withoutItems(value, broken))
  return {
    file,
    value: rest.success ? rest.data : undefined,
    problems,
    lineOf: ([list, item, ...field]) => lineOf([list, originalIndex(item, broken.get(list)), ...field].filter((part) => part !== undefined)),
  }
}

function problem(check: string, file: string, line: number, message: string, remedy: string): Problem {
  return { level: 'error', check, file, line, message, remedy }
}

/** By the name of the list: the places of the items in which something is wrong. */
function brokenItems(paths: readonly FieldPath[]): ReadonlyMap<PropertyKey | undefined, ReadonlySet<PropertyKey>> {
  const broken = new Map<PropertyKey | undefined, Set<PropertyKey>>()
  for (const [list, item] of paths) {
    if (typeof item === 'number') broken.set(list, (broken.get(list) ?? new Set()).add(item))
  }
  return broken
}

function withoutItems(value: unknown, broken: ReadonlyMap<PropertyKey | undefined, ReadonlySet<PropertyKey>>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, field]) => {
    const places = broken.get(name)
    return [name, Array.isArray(field) ? field.filter((_, index) => places?.has(index) !== true) : field]
  })
  return Object.fromEntries(entries)
}

function originalIndex(index: PropertyKey | undefined, broken: ReadonlySet<PropertyKey> = new Set()): PropertyKey | undefined {
  if (typeof index !== 'number') return index
  let original = 0
  for (let left = index; broken.has(original) || left > 0; original += 1) if (!broken.has(original)) left -= 1
  return original
}

/** Where the field, or the nearest thing around it, begins in the text. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
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
