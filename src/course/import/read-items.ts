// Reads questions from a text in any of the formats that the bot knows, and says which one it was.
import { mostTextBytes } from '../../core/team-question.ts'
import { looksLikeAiken, readAiken } from './aiken.ts'
import { looksLikeCsv, readCsv, unreadColumns } from './csv.ts'
import { looksLikeGift, readGift } from './gift.ts'
import { textOnly, unreadable, type Item } from './items.ts'
import { looksLikeMarkdown, readMarkdown } from './markdown.ts'
import { looksLikeMoodle, readMoodle } from './moodle.ts'
import { readOwn } from './own.ts'
import { fencesOnLines, hasMarkdownPicture, withoutUnseen } from './plain-text.ts'

export const mostItems = 100

type Format = { readonly name: string; readonly fits: (text: string, file: string) => boolean; readonly read: (text: string) => readonly Item[] | { readonly problem: string } }

/** The first that fits. The last one is how people write them here. */
const formats: readonly Format[] = [
  { name: 'Moodle XML', fits: looksLikeMoodle, read: readMoodle },
  { name: 'CSV', fits: looksLikeCsv, read: readCsv },
  { name: 'Aiken', fits: looksLikeAiken, read: readAiken },
  { name: 'Markdown', fits: looksLikeMarkdown, read: readMarkdown },
  { name: 'GIFT', fits: looksLikeGift, read: readGift },
  { name: 'text', fits: () => true, read: readOwn },
]

/** `unread`: the columns of a table that nothing is read from. */
export type ReadItems = { readonly format: string; readonly items: readonly Item[]; readonly unread?: readonly string[] } | { readonly problem: string }

export interface Limits {
  readonly bytes: number
  readonly items: number
}

/** Of what people send in chat. */
const inChat: Limits = { bytes: mostTextBytes, items: mostItems }

/** @param file its name; empty for a text that was typed */
export function readItems(typed: string, file = '', limits: Limits = inChat): ReadItems {
  // More spaces in a row than any indent has would make the formats' patterns slow.
  const text = withoutUnseen(typed).replace(/\r\n?/gu, '\n').replace(/[^\S\n\t]{41,}/gu, ' '.repeat(40)).replace(/\t{30,}/gu, '\t').replace(/\n{9,}/gu, '\n\n').trim()
  if (text === '') return { problem: 'There’s nothing in it.' }
  const whole = text.includes('\n') ? fencesOnLines(text) : onLines(text)
  if (text.length > limits.bytes) return { problem: `It is too long. Send at most ${sizeOf(limits.bytes)} at a time.` }
  const format = formats.find(({ fits }) => fits(whole, file))
  const items = format?.read(whole) ?? []
  if ('problem' in items) return items
  if (items.length === 0) return { problem: 'The bot found no questions in it.' }
  if (items.length > limits.items) return { problem: `It has ${items.length} questions. Send at most ${limits.items} at a time.` }
  const unread = format?.name === 'CSV' ? unreadColumns(whole) : []
  return { format: format?.name ?? '', items: items.map(withoutPictures), ...(unread.length === 0 ? {} : { unread }) }
}

/** Any format may have pictures as Markdown writes them. */
const withoutPictures = (item: Item): Item =>
  'text' in item && [item.text.stem, ...item.text.options.map(({ text }) => text)].some(hasMarkdownPicture) ? unreadable(item.text.stem, textOnly) : item

/** A text that was typed on one line, with its parts on lines; one that is empty is an empty line. A pipe in a span of code parts nothing. */
const onLines = (text: string): string => text.split(/((?<!`)`{1,2}(?!`)[^`]*`{1,2})/u).map((part, at) => (at % 2 === 1 ? part : part.replace(/(?:\s+\|)+ ?/gu, (bars) => '\n'.repeat(bars.split('|').length - 1)))).join('').replace(/\n{9,}/gu, '\n\n')

const sizeOf = (bytes: number): string => (bytes < 1_000_000 ? `${bytes / 1_000} kB` : `${bytes / 1_000_000} MB`)

/** What a file says, if it's a text that isn't too large. */
export function readFileText(data: Uint8Array, most = mostTextBytes): { readonly text: string } | { readonly problem: string } {
  if (data.byteLength > most) return { problem: `The file is too large. Send at most ${sizeOf(most)} at a time.` }
  try {
    const text = new TextDecoder(encodingOf(data), { fatal: true }).decode(data)
    return text.includes('\0') ? notText : { text }
  } catch {
    return data.includes(0) ? notText : notUtf8
  }
}

/** Spreadsheets save “Unicode text” as UTF-16, with a mark at its beginning that no other text has. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

const notText = { problem: 'That isn’t a text file. Send GIFT, Aiken, Markdown, Moodle XML, or CSV, saved as UTF-8. In a spreadsheet, save it as “CSV UTF-8”.' } as const

/** Which one it is instead can't be told for sure. */
const notUtf8 = { problem: 'This file isn’t UTF-8, so letters with accents would come out wrong. In a spreadsheet, save it as “CSV UTF-8”; in an editor, as UTF-8.' } as const
