// Code in what an author writes, marked as in Markdown: `spans` between backticks, and blocks between lines of three. Everything else is
// text as it stands.
// https://spec.commonmark.org/0.31.2/#code-spans, https://spec.commonmark.org/0.31.2/#fenced-code-blocks

/** `source`: as it was written; those of all pieces together are the whole text. `text`: what is meant by it. */
export type CodePiece = { readonly source: string; readonly text: string } & ({ readonly kind: 'text' } | { readonly kind: 'span' } | { readonly kind: 'block'; readonly language: string | null })

const opening = /^( *)(`{3,}|~{3,})([^`]*)$/u

export function readCode(text: string): readonly CodePiece[] {
  if (!/`|~~~/u.test(text)) return text === '' ? [] : [{ kind: 'text', source: text, text }]
  const pieces: CodePiece[] = []
  const lines = linesOf(text)
  let words = ''
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at)
    if (block === undefined) {
      words += lines[at] ?? ''
      at += 1
    } else {
      pieces.push(...spansIn(words), block.piece)
      words = ''
      at = block.end
    }
  }
  return [...pieces, ...spansIn(words)]
}

/** Whether a block of code begins with this line. */
export const opensCodeBlock = (line: string): boolean => opening.test(line.trimEnd())

/** A block whose end is missing goes on to the end of the text. */
function blockAt(lines: readonly string[], at: number): { readonly piece: CodePiece; readonly end: number } | undefined {
  const [, indent = '', fence = '', info = ''] = opening.exec((lines[at] ?? '').trimEnd()) ?? []
  if (fence === '') return undefined
  const closes = (line: string) => line.trim().length >= fence.length && line.trim() === (fence[0] ?? '').repeat(line.trim().length)
  let end = at + 1
  while (end < lines.length && !closes(lines[end] ?? '')) end += 1
  const inside = lines.slice(at + 1, end).map((line) => withoutTabs(line).replace(new RegExp(`^ {0,${indent.length}}`, 'u'), ''))
  const [language = ''] = /^[\w+#.-]{1,20}/u.exec(info.trim()) ?? []
  const source = lines.slice(at, end + 1).join('')
  return { piece: { kind: 'block', source, text: inside.join('').replace(/^(?: *\n)+/u, '').trimEnd(), language: language === '' ? null : language }, end: end + 1 }
}

/** Chats drop tabs, or show each at a width of its own. */
const withoutTabs = (text: string) => text.replaceAll('\t', '    ')

/** Backticks in a row. `paragraph`: which one they stand in; no span goes beyond it. */
type Run = { readonly at: number; readonly length: number; readonly paragraph: number }

function runsIn(source: string): readonly Run[] {
  let paragraph = 0
  return [...source.matchAll(/`+|\n[^\S\n]*(?=\n)/gu)].flatMap(({ 0: found, index }): readonly Run[] => {
    if (found.startsWith('`')) return [{ at: index, length: found.length, paragraph }]
    paragraph += 1
    return []
  })
}

/** A span ends where as many backticks as it begins with stand again. Those behind a backslash begin none. */
function spansIn(source: string): readonly CodePiece[] {
  const pieces: CodePiece[] = []
  const runs = runsIn(source)
  const alike = Map.groupBy(runs, ({ length, paragraph }) => `${length} ${paragraph}`)
  const seen = new Map<string, number>()
  let [from, to] = [0, 0]
  const words = (end: number) => {
    const written = source.slice(from, end)
    if (written !== '') pieces.push({ kind: 'text', source: written, text: written.replaceAll(/\\(?=`)/gu, '') })
  }
  for (const run of runs) {
    const key = `${run.length} ${run.paragraph}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const close = alike.get(key)?.[nth]
    if (run.at < to || source[run.at - 1] === '\\' || close === undefined) continue
    const inside = source.slice(run.at + run.length, close.at)
    if (inside.trim() === '') continue
    words(run.at)
    from = to = close.at + close.length
    pieces.push({ kind: 'span', source: source.slice(run.at, to), text: insideSpan(inside) })
  }
  words(source.length)
  return pieces
}

/** On one line, without the spaces that keep a backtick of the code from those around it. */
function insideSpan(text: string): string {
  const line = withoutTabs(text).replaceAll('\n', ' ')
  return line.startsWith(' ') && line.endsWith(' ') ? line.slice(1, -1) : line
}

/** The text on one line without the marks of code, for where code can't be shown as such. */
export function withoutCodeMarks(text: string): string {
  if (!/[`\n]|~~~/u.test(text)) return text
  return readCode(text).map((piece) => (piece.kind === 'block' ? ` ${piece.text} ` : piece.text)).join('').replaceAll(/\s*\n\s*|\s{2,}/gu, ' ').trim()
}

/** The text on one line, with its blocks of code as spans. */
export const onOneLine = (text: string): string =>
  readCode(text).map(({ kind, source, text: inside }) => (kind === 'text' ? source.replaceAll(/\s+/gu, ' ') : kind === 'span' ? source.replaceAll('\n', ' ') : `${codeSpan(inside)} `)).join('').trim()

/** Its lines, each block of code as one of them. */
export function linesAndBlocks(text: string): readonly string[] {
  const lines = linesOf(text)
  const found: string[] = []
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at)
    found.push((block?.piece.source ?? lines[at] ?? '').replace(/\n$/u, ''))
    at = block?.end ?? at + 1
  }
  return found
}

/** With their ends. */
const linesOf = (text: string): readonly string[] => text.replaceAll(/\r\n?/gu, '\n').match(/[^\n]*\n|[^\n]+$/gu) ?? []

/** With what `change` makes of all that isn't code. */
export const outsideCode = (text: string, change: (words: string) => string): string =>
  readCode(text).map(({ kind, source }) => (kind === 'text' ? change(source) : source)).join('')

/** As a span that {@link readCode} reads back, whatever backticks are in it. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/gu, ' ').trim()
  if (line === '') return ''
  const fence = '`'.repeat(longestRun(line) + 1)
  const edge = /^`|`$/u.test(line) ? ' ' : ''
  return `${fence}${edge}${line}${edge}${fence}`
}

/** As a block on lines of its own that {@link readCode} reads back. */
export function codeBlock(text: string, language: string | null = null): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language ?? ''}\n${text}\n${fence}`
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length))
