// The Markdown of a study document as blocks of a screen: paragraphs, lists, tables, notes, code.
import { opensCodeBlock, readCode } from '../../core/code-marks.ts'
import { readTable, tableLine, withoutMarks } from '../../course/markdown-table.ts'
import type { Block } from '../../screens/screen.ts'
import { code, strong, type Inline, type Text } from '../../screens/text.ts'

const item = /^( *)(?:[-*+]|(\d+)[.)])\s+(.*)$/u
const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/u

export function markdownBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = markdown.replaceAll(/<!--[^]*?-->/gu, '').split(/\r?\n/u)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || rule.test(line)) at += 1
    else {
      const { block, end } = blockAt(lines, at)
      blocks.push(block)
      at = end
    }
  }
  return blocks
}

type Found = { readonly block: Block; readonly end: number }

function blockAt(lines: readonly string[], at: number): Found {
  const line = lines[at] ?? ''
  if (opensCodeBlock(line)) {
    const { code: text, end } = codeAt(lines, at)
    return { block: { kind: 'paragraph', text: [text] }, end }
  }
  if (tableLine.test(line)) return whole(lines, at, (each) => tableLine.test(each), tableOf)
  if (item.test(line)) return listAt(lines, at)
  if (/^\s*>/u.test(line)) return whole(lines, at, (each) => /^\s*>/u.test(each), (those) => paragraph(those.map((each) => each.replace(/^\s*>\s?/u, ''))))
  return whole(lines, at, (each) => each.trim() !== '' && !startsBlock(each), paragraph)
}

const startsBlock = (line: string) => opensCodeBlock(line) || tableLine.test(line) || item.test(line) || /^\s*>/u.test(line)

/** An indented line goes on with the item above it. */
const isContinued = (line: string, before: string) => /^\s+\S/u.test(line) && before.trim() !== ''

/** The lines from `at` on, as long as they belong to one block. */
function whole(lines: readonly string[], at: number, belongs: (line: string, before: string) => boolean, make: (lines: readonly string[]) => Block): Found {
  let end = at + 1
  while (end < lines.length && belongs(lines[end] ?? '', lines[end - 1] ?? '')) end += 1
  return { block: make(lines.slice(at, end)), end }
}

/** A block of code, also one without an end. */
function codeAt(lines: readonly string[], at: number): { readonly code: Inline; readonly end: number } {
  const [block] = readCode(lines.slice(at).join('\n'))
  const { text, source, language } = block?.kind === 'block' ? block : { text: '', source: '', language: null }
  return { code: { kind: 'code-block', text, language }, end: at + source.trimEnd().split('\n').length }
}

const paragraph = (lines: readonly string[]): Block => ({ kind: 'paragraph', text: inline(lines.map((line) => line.trim()).join(' ')) })

/** Items below an item stand in it, each on a line of its own, and so does indented code. */
function listAt(lines: readonly string[], start: number): Found {
  const items: Inline[][] = []
  const outermost = item.exec(lines[start] ?? '')?.[1]?.length ?? 0
  let at = start
  for (let before = ''; at < lines.length; before = lines[at - 1] ?? '') {
    const line = lines[at] ?? ''
    const last = items.at(-1)
    const [, indent = '', number, text = ''] = item.exec(line) ?? []
    const isInside = at > start && isContinued(line, before)
    if (isInside && opensCodeBlock(line)) {
      const { code: block, end } = codeAt(lines, at)
      last?.push(block)
      at = end
      continue
    }
    if (text === '' && !isInside) break
    if (text === '') last?.push(' ', ...inline(line.trim()))
    else if (indent.length > outermost && last !== undefined) last.push(`\n${number === undefined ? '–' : `${number}.`} `, ...inline(text))
    else items.push([...(number === undefined ? [] : [strong(`${number}.`), ' ']), ...inline(text)])
    at += 1
  }
  return { block: { kind: 'list', items }, end: at }
}

const tableOf = (lines: readonly string[]): Block => ({ kind: 'table', ...readTable(lines) })

/** Bold, code and links; the marks of italics are dropped. */
function inline(text: string): Text {
  const pieces = text.split(/(\*\*[^*]+\*\*|(?<!`)`[^`]+`(?!`)|(?<!`)``(?!`).+?(?<!`)``(?!`)|\[[^\]]+\]\([^)\s]+\)|<https?:[^\s<>]+>)/u).filter((piece) => piece !== '')
  return pieces.map((piece): Inline => {
    if (/^<https?:/u.test(piece)) return { kind: 'link', text: piece.slice(1, -1), url: piece.slice(1, -1) }
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/u.exec(piece)
    if (link !== null) return /^https?:/u.test(link[2] ?? '') ? { kind: 'link', text: withoutMarks(link[1] ?? ''), url: link[2] ?? '' } : withoutMarks(link[1] ?? '')
    if (/^\*\*.*\*\*$/u.test(piece)) return strong(withoutMarks(piece.slice(2, -2)))
    return /^`.*`$/u.test(piece) ? code(readCode(piece)[0]?.text ?? piece) : withoutMarks(piece)
  })
}
