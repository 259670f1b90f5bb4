// All mutants of a room: each file once, with every mutant in it behind a switch. StrykerJS's own instrumenter writes them.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter'
import type { Room } from './rooms.ts'

type Ignorer = InstrumenterOptions['ignorers'][number]

export interface Mutant {
  /** Names the switch in the instrumented file; another one when anything in the room changes. */
  readonly id: string
  /** Stays the same as long as the file does. */
  readonly key: string
  readonly file: string
  readonly line: number
  readonly mutator: string
  readonly before: string
  readonly after: string
}

export interface Mutated {
  readonly mutants: readonly Mutant[]
  /** Path from the root to the text with all switches. */
  readonly texts: ReadonlyMap<string, string>
}

const silent = () => undefined
const logger = {
  isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false, isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false,
  trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent,
}

/** As much of a node of the syntax tree as is looked at. */
interface Node {
  readonly expression?: Node
  readonly name?: string
  readonly callee?: Node
  readonly object?: Node
  readonly property?: Node
}

/** What the log says is for its reader to judge, as all texts are. */
const logLines: Ignorer = {
  shouldIgnore(path) {
    const { node } = path as unknown as { readonly node: Node }
    const target = (node.expression ?? node).callee?.object
    return (target?.property ?? target)?.name === 'log' ? 'what the log says' : undefined
  },
}

export async function mutate(root: string, room: Room): Promise<Mutated> {
  const names = globSync([...room.mutated], { cwd: root }).toSorted()
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(`${root}/${name}`, 'utf8') }))
  // Texts for people are left out: what they say is for a reader to judge, and states spelled as strings are for the type checker.
  const result = await new Instrumenter(logger).instrument(files, { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [logLines] })
  const contents = new Map(files.map(({ name, content }) => [name, content]))
  const mutants = result.mutants.filter(({ status }) => status !== 'Ignored').map((mutant) => {
    const content = contents.get(mutant.fileName) ?? ''
    const { start, end } = mutant.location
    const key = [mutant.fileName, hash(content), start.line, start.column, end.line, end.column, mutant.mutatorName, hash(mutant.replacement)].join(':')
    const before = between(content, start, end)
    return { id: mutant.id, key, file: mutant.fileName, line: start.line + 1, mutator: mutant.mutatorName, before, after: mutant.replacement }
  })
  return { mutants, texts: new Map(result.files.map(({ name, content }) => [name, switchCalls(content)])) }
}

/**
 * An arrow function is left out where it is made, which every test does that opens its room, or which happens while the file is loaded;
 * here, where it is called. Else leaving one out is tried with hundreds of tests that cannot notice, or with none.
 */
function switchCalls(text: string): string {
  const made = /stryMutAct_(\w+)\(("\d+")\) \? \(\) => undefined : \(stryCov_\w+\(\2\), /gu
  const [, suffix] = made.exec(text) ?? []
  if (suffix === undefined) return text
  const called = `(...values) => stryMutAct_${suffix}(id) ? undefined : (stryCov_${suffix}(id), run(...values))`
  return `${text.replaceAll(made, `stryCalled_${suffix}($2)(`)}\nfunction stryCalled_${suffix}(id) { return (run) => ${called} }\n`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

interface Position {
  readonly line: number
  readonly column: number
}

function between(content: string, start: Position, end: Position): string {
  const lines = content.split('\n').slice(start.line, end.line + 1)
  const last = lines.length - 1
  return lines.map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined)).join('\n')
}
