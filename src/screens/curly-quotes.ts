// Straight quotation marks and apostrophes as people read them: ’ “ ”. Every platform does this when it draws a screen, so the course and
// the ledger keep what was written, and what is compared with it stays the same.
import { withoutCodeMarks } from '../core/code-marks.ts'
import type { Picture } from './pictures/picture.ts'
import type { Block, Button, Screen } from './screen.ts'
import type { Inline, Text } from './text.ts'

/** All texts of the screen but code, commands, addresses and people’s names. */
export function withCurlyQuotes(screen: Screen): Screen {
  return {
    ...screen,
    title: curlyQuotes(screen.title),
    blocks: screen.blocks.map(inBlock),
    ...(screen.above === undefined ? {} : { above: screen.above.map(inBlock) }),
    ...(screen.lead === undefined ? {} : { lead: inText(screen.lead) }),
  }
}

function inBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return { ...block, text: inText(block.text) }
    case 'heading':
      return { ...block, text: curlyQuotes(block.text) }
    case 'list':
      return { ...block, items: block.items.map(inText) }
    case 'choices':
      return { ...block, options: block.options.map((option) => ({ ...option, text: inText(option.text) })) }
    case 'votes':
      return { ...block, options: block.options.map((option) => ({ ...option, text: inText(option.text) })) }
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label: curlyQuotes(label), value: inText(value) })) }
    case 'table':
      return { ...block, columns: block.columns.map(curlyQuotes), rows: block.rows.map((row) => row.map(curlyQuotes)) }
    case 'buttons':
      return { ...block, buttons: block.buttons.map((button): Button => ({ ...button, label: curlyQuotes(button.label) })) }
    case 'ranking':
    case 'file':
      return block
    case 'image':
      return { ...block, alt: curlyQuotes(block.alt) }
    case 'picture':
      // The picture itself is known by its identity, and is drawn elsewhere: see curlyPicture.
      return { ...block, alt: curlyQuotes(block.alt) }
  }
}

/** A quotation may begin in one part and end in another. */
function inText(text: Text): Text {
  if (!text.some((part) => hasStraight(wordsOf(part) ?? ''))) return text
  const joined = curlyQuotes(text.map((part) => wordsOf(part) ?? otherWords).join(''))
  let at = 0
  return text.map((part): Inline => {
    const words = joined.slice(at, (at += (wordsOf(part) ?? otherWords).length))
    if (typeof part === 'string') return words
    return wordsOf(part) !== undefined && (part.kind === 'strong' || part.kind === 'link') ? { ...part, text: words } : part
  })
}

/** What may change; undefined for code, commands, names and addresses. */
function wordsOf(part: Inline): string | undefined {
  if (typeof part === 'string') return part
  return part.kind === 'strong' || (part.kind === 'link' && part.text !== part.url) ? part.text : undefined
}

/** Stands for a part that doesn’t change, as what a quotation mark is next to. */
const otherWords = 'x'

/** For what draws a picture. The names of people stay as they are. */
export function curlyPicture<Drawn extends Picture>(picture: Drawn): Drawn {
  return picture.kind === 'board' ? { ...picture, title: curlyQuotes(picture.title) } : (inEach(picture) as Drawn)
}

function inEach(value: unknown): unknown {
  // A picture draws one kind of letters.
  if (typeof value === 'string') return curlyQuotes(withoutCodeMarks(value))
  if (Array.isArray(value)) return value.map(inEach)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEach(each)])) : value
}

const hasStraight = (text: string) => text.includes("'") || text.includes('"')

const opening: Readonly<Record<string, string>> = { '"': '“', "'": '‘' }
const closing: Readonly<Record<string, string>> = { '"': '”', "'": '’' }

/** Length and all other letters stay the same. What is no quotation mark stays straight: 5" and 6', and a mark between two spaces. */
export function curlyQuotes(text: string): string {
  if (!hasStraight(text)) return text
  let written = ''
  let from = 0
  const open = { double: false, single: false }
  for (const { 0: sign, index: at } of text.matchAll(quotesAndBreaks)) {
    const next = text.charAt(at + 1)
    written += text.slice(from, at)
    const shown = sign === '"' || sign === "'" ? curly({ mark: sign, before: written.at(-1) ?? '', rest: text.slice(at + 1, at + longestQuotation), open }) : sign
    written += shown
    from = at + 1
    if (shown === '“') open.double = true
    if (shown === '‘') open.single = true
    if (shown === '”' || shown === '\n') open.double = false
    if (shown === '\n' || (shown === '’' && !isLetter(next))) open.single = false
  }
  return written + text.slice(from)
}

/** All that opens or closes a quotation. */
const quotesAndBreaks = /["'“”‘’\n]/gu

/** How far ahead the end of a quotation is looked for. */
const longestQuotation = 400

type Mark = { readonly mark: '"' | "'"; readonly before: string; readonly rest: string; readonly open: { readonly double: boolean; readonly single: boolean } }

function curly({ mark, before, rest, open }: Mark): string {
  const next = rest.charAt(0)
  const isOpen = mark === '"' ? open.double : open.single
  // Inches, feet, minutes.
  if (/\d/u.test(before) && !isOpen && !isLetterNotDigit(next)) return mark
  const [atStart, atEnd] = [before === '' || beforeWord.test(before), next === '' || afterWord.test(next)]
  if (atStart && atEnd) return isOpen || /[\p{Pi}]/u.test(before) ? (closing[mark] ?? mark) : mark
  if (!atStart) return closing[mark] ?? mark
  return mark === "'" && (isElision.test(rest) || !endsSomewhere.test(rest)) ? '’' : (opening[mark] ?? mark)
}

const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign)
const isLetterNotDigit = (sign: string) => /\p{L}/u.test(sign)

const beforeWord = /[\s([{<=:/\p{Pd}\p{Pi}·•*_~|+&#]/u
const afterWord = /[\s.,;:!?…)\]}>]/u

/** ’90s, ’tis, rock ’n’ roll. */
const isElision = /^(?:\d\ds|tis|twas|til|em|cause|n)(?![\p{L}\p{N}])/iu

/** A mark behind a word, which may close a quotation in single marks. */
const endsSomewhere = /^[^\n]*[^\s(\n]['’](?![\p{L}\p{N}])/u
