// The Markdown of a study document as blocks of a screen: paragraphs, lists, tables, notes, code.
import { readTable, tableLine, withoutMarks } from '../../course/markdown-table.ts'
import type { Block } from '../../screens/screen.ts'
import { code, strong, type Inline, type Text } from '../../screens/text.ts'

const fence = /^ {0,3}(`{3,}|~{3,})/u
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
  if (fence.test(line)) return fenced(lines, at)
  if (tableLine.test(line)) return whole(lines, at, (each) => tableLine.test(each), tableOf)
  if (item.test(line)) return whole(lines, at, (each, before) => item.test(each) || isContinued(each, before), listOf)
  if (/^\s*>/u.test(line)) return whole(lines, at, (each) => /^\s*>/u.test(each), (those) => paragraph(those.map((each) => each.replace(/^\s*>\s?/u, ''))))
  return whole(lines, at, (each) => each.trim() !== '' && !startsBlock(each), paragraph)
}

const startsBlock = (line: string) => fence.test(line) || tableLine.test(line) || item.test(line) || /^\s*>/u.test(line)

/** An indented line goes on with the item above it. */
const isContinued = (line: string, before: string) => /^\s+\S/u.test(line) && before.trim() !== ''

/** The lines from `at` on, as long as they belong to one block. */
function whole(lines: readonly string[], at: number, belongs: (line: string, before: string) => boolean, make: (lines: readonly string[]) => Block): Found {
  let end = at + 1
  while (end < lines.length && belongs(lines[end] ?? '', lines[end - 1] ?? '')) end += 1
  return { block: make(lines.slice(at, end)), end }
}

function fenced(lines: readonly string[], at: number): Found {
  const mark = fence.exec(lines[at] ?? '')?.[1] ?? '```'
  const close = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark))
  const end = close === -1 ? lines.length : close
  const text = lines.slice(at + 1, end).flatMap((line, index): Inline[] => [...(index === 0 ? [] : ['\n']), code(line === '' ? ' ' : line)])
  return { block: { kind: 'paragraph', text }, end: end + 1 }
}

const paragraph = (lines: readonly string[]): Block => ({ kind: 'paragraph', text: inline(lines.map((line) => line.trim()).join(' ')) })

/** Items below an item stand in it, each on a line of its own. */
function listOf(lines: readonly string[]): Block {
  const items: Inline[][] = []
  const outermost = item.exec(lines[0] ?? '')?.[1]?.length ?? 0
  for (const line of lines) {
    const [, indent = '', number, text = ''] = item.exec(line) ?? []
    const last = items.at(-1)
    if (text === '') last?.push(' ', ...inline(line.trim()))
    else if (indent.length > outermost && last !== undefined) last.push(`\n${number === undefined ? '–' : `${number}.`} `, ...inline(text))
    else items.push([...(number === undefined ? [] : [strong(`${number}.`), ' ']), ...inline(text)])
  }
  return { kind: 'list', items }
}

const tableOf = (lines: readonly string[]): Block => ({ kind: 'table', ...readTable(lines) })

/** Bold, code and links; the marks of italics are dropped. */
function inline(text: string): Text {
  const pieces = text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\)|<https?:[^\s<>]+>)/u).filter((piece) => piece !== '')
  return pieces.map((piece): Inline => {
    if (/^<https?:/u.test(piece)) return { kind: 'link', text: piece.slice(1, -1), url: piece.slice(1, -1) }
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/u.exec(piece)
    if (link !== null) return /^https?:/u.test(link[2] ?? '') ? { kind: 'link', text: withoutMarks(link[1] ?? ''), url: link[2] ?? '' } : withoutMarks(link[1] ?? '')
    if (/^\*\*.*\*\*$/u.test(piece)) return strong(withoutMarks(piece.slice(2, -2)))
    return /^`.*`$/u.test(piece) ? code(piece.slice(1, -1)) : withoutMarks(piece)
  })
}
