// The words of a text that was made for a browser: no tags, no scripts, nothing that runs. Its code is marked with backticks.
import { codeBlock, codeSpan, onOneLine, outsideCode, readCode } from '../../core/code-marks.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' }

/** Leaves alone what is no entity. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/giu, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

/** Outside of code. A tag without anything in it is one that somebody writes about. */
export const hasPicture = (html: string): boolean => readCode(html).some(({ kind, source }) => kind === 'text' && /<(?:img|svg|video|audio|iframe|object|source)\b[^<>=]{0,200}=/iu.test(source))

/** Outside of code. */
export const hasMarkdownPicture = (text: string): boolean => readCode(text).some(({ kind, source }) => kind === 'text' && /!\[[^\]\n]{0,300}\][([]/u.test(source))

const tags = 'a|abbr|address|article|aside|audio|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|rp|rt|ruby|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr|o:p'
const tag = new RegExp(`</?(?:${tags})(?=[\\s/>])[^<>]{0,1000}>`, 'giu')
const breaksLine = /(?<=[\p{L}\p{N}.,:;!?)>])<br\s*\/?>(?=\s*\S)/iu

/** For a text that may be either. One with `List<String>` or a lone `<b>` in it is none: it says what it says. */
export const looksLikeHtml = (text: string): boolean => readCode(text).some(({ kind, source }) => kind === 'text' && (hasClosedTag(source) || breaksLine.test(source)))

function hasClosedTag(text: string): boolean {
  const open = new Set<string>()
  for (const [written] of text.matchAll(tag)) {
    const name = /[a-z\d:]+/iu.exec(written)?.[0].toLowerCase() ?? ''
    if (!written.startsWith('</')) open.add(name)
    else if (open.has(name)) return true
  }
  return false
}

/** Line breaks stay where the page would have shown some, and code stays code. */
export function htmlToText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]{0,1000}>[^]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<!--[^]*?(?:-->|$)/gu, '')
    .replace(/<pre\b[^>]{0,1000}>([^]*?)<\/pre\s*>/giu, (_, inside: string) => `\n${codeBlock(wordsOf(inside).replace(/^\n+|\s+$/gu, ''))}\n`)
    .replace(/<(code|tt|kbd|samp)\b[^>]{0,1000}>([^]*?)<\/\1\s*>/giu, (_, _tag, inside: string) => marked(wordsOf(inside)))
  return tidy(outsideCode(text, wordsOf))
}

const marked = (code: string): string => (code.trim().includes('\n') ? `\n${codeBlock(code)}\n` : codeSpan(code))

/** Without tags and entities. */
function wordsOf(html: string): string {
  return withoutEntities(html.replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]{0,1000}>/giu, '\n').replace(tag, ''))
}

/** Without spaces at the ends of lines, and without control characters. Code keeps its spaces. */
export function tidy(text: string): string {
  const pieces = readCode(fencesOnLines(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n')))
  return pieces.map((piece) => {
    if (piece.kind === 'text') return tidyWords(piece.source)
    if (piece.kind === 'span') return visible(piece.source)
    return piece.text === '' ? piece.source : `${codeBlock(visible(piece.text), piece.language)}\n`
  }).join('').trim()
}

/** People in chats write the first and the last line of code beside its marks, and Slack itself sends it so. */
export function fencesOnLines(text: string): string {
  const [start = '', ...rest] = text.split(/(?<!`)`{3}(?!`)/u)
  const written = [start]
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [inside = '', after = ''] = rest.slice(at, at + 2)
    const before = `${at === 0 ? '\n' : ''}${written.at(-1) ?? ''}`
    const isOnLines = /\n[ >]*$/u.test(before.slice(before.lastIndexOf('\n'))) && /\n[ >]*$/u.test(inside.slice(inside.lastIndexOf('\n'))) && /^(?:\n|$)/u.test(after)
    if (isOnLines || !inside.includes('\n')) written.push('```', inside, '```', after)
    else {
      const [language = ''] = /^[\w+#.-]{0,20}(?=\n)/u.exec(inside) ?? []
      const code = inside.slice(language.length).replace(/^\n|\n *$/gu, '')
      written.push(before.endsWith('\n') ? '' : '\n', codeBlock(code, language), after === '' ? '' : `\n${after.replace(/^ *\n?/u, '')}`)
    }
  }
  if (rest.length % 2 === 1) written.push('```', rest.at(-1) ?? '')
  return written.join('')
}

/** Soft hyphens, spaces without a width, empty letters, and marks that turn the writing direction. The joiners of emoji and of Persian stay. */
const unseen = /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/gu

/** Also in code: it could be read otherwise than it is shown. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')

const visible = (text: string): string => withoutUnseen(text).replace(/[\p{Cc}--\n]/gv, ' ')

const tidyWords = (text: string): string => visible(text).replace(/ +/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{3,}/gu, '\n\n')

/** On one line: a block of code becomes a span. */
export const tidyLine = (text: string): string => onOneLine(tidy(text))

/** On one line but for its blocks of code. */
export function tidyFlow(text: string): string {
  const parts = ['']
  for (const { kind, source } of readCode(tidy(text))) {
    if (kind === 'block') parts.push(source.trimEnd(), '')
    else parts.push(`${parts.pop() ?? ''}${kind === 'span' ? source : source.replace(/\s+/gu, ' ')}`)
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '').join('\n')
}
