// Parses a YAML file. Reports what is not YAML, and text that YAML would drop.
import { Composer, Lexer, LineCounter, Parser } from 'yaml'
import type { CST, Document, ErrorCode } from 'yaml'
import type { Problem } from '../problem.ts'
import { findLostText } from './lost-text.ts'
import { piecesOf } from './yaml-pieces.ts'

type Parsed = {
  /** Undefined if the text cannot be used. */
  readonly document: Document | undefined
  readonly lines: LineCounter
  readonly problems: readonly Problem[]
}

/** A course nests six levels. Far deeper, the parser takes minutes or overflows its stack. */
const deepest = 100
/** One mistake can break all lines after it. */
const mostErrors = 10

export function parseYaml(file: string, text: string): Parsed {
  const lines = new LineCounter()
  const at = (offset: number, message: string, remedy: string): Problem =>
    ({ level: 'error', check: 'yaml', file, line: lines.linePos(offset).line, message, remedy })
  const { tokens, tooDeep } = tokensOf(text, lines)
  if (tooDeep !== undefined) {
    return { document: undefined, lines, problems: [at(tooDeep, `Lists and mappings are nested more than ${deepest} levels deep`, 'Close the brackets')] }
  }
  const pieces = piecesOf(tokens)
  const lost = findLostText(pieces, lines).map(({ offset, message, remedy }) => at(offset, message, remedy))
  const [document, second] = [...new Composer({ lineCounter: lines, stringKeys: true }).compose(tokens, true, text.length)]
  if (document === undefined) return { document, lines, problems: lost }
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => at(offset, message, remedies[code] ?? anyRemedy))
  if (second !== undefined) faults.push(at(second.range[0], 'Text follows a line of "---" or "...", which ends the file for YAML', 'Remove that line'))
  const usable = document.errors.length === 0 && second === undefined && !pieces.some(({ type }) => type === 'alias')
  return { document: usable ? document : undefined, lines, problems: [...lost, ...firstOfLines(faults, lost)] }
}

/** `tooDeep` is where the nesting exceeds the limit; the tokens end there. */
function tokensOf(text: string, lines: LineCounter): { readonly tokens: readonly CST.Token[]; readonly tooDeep?: number } {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > deepest) return { tokens, tooDeep: parser.offset }
  }
  return { tokens: [...tokens, ...parser.end()] }
}

/** One problem per line, and none for lines that are already reported. */
function firstOfLines(faults: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const seen = new Set(told.map(({ line }) => line))
  const first = faults.filter(({ line }) => !seen.has(line) && seen.add(line))
  return first.slice(0, mostErrors)
}

const anyRemedy = 'Correct the YAML: a text that holds ": " or begins with a special character needs quotes'

const remedies: { readonly [Code in ErrorCode]?: string } = {
  BAD_DQ_ESCAPE: 'Put the text in single quotes to keep the backslash',
  DUPLICATE_KEY: 'Keep one of the two',
  TAB_AS_INDENT: 'Write spaces instead',
}
