// Flashcards as people have them in files: text that Anki exports, decks of Kotoba, and tables with a front and a back.
import { longestSide, type CardSides } from '../../core/card.ts'
import { withoutFormulaMark } from '../../core/csv.ts'
import { hasPicture, htmlToText, tidyLine, withoutUnseen } from './plain-text.ts'
import { hasTooMany, readCell, rowsBelow, rowsOf, tableIn, tooManyCells } from './table.ts'

/**
 * `name`: what the file calls it, so that the same one is known again. `topic`: its deck. Both empty where the file doesn't say. `left`: how
 * many sounds and pictures it had, if any.
 */
export type Card =
  | { readonly front: string; readonly back: string; readonly name: string; readonly topic: string; readonly left?: LeftOut }
  /** `start`: how it begins, to find it by. */
  | { readonly problem: string; readonly start: string }

export interface LeftOut {
  readonly sounds: number
  readonly pictures: number
}

/** `unread`: the columns of a table that nothing is read from. */
export type ReadCards = { readonly format: string; readonly cards: readonly Card[]; readonly unread?: readonly string[] }

/** Undefined for a text that holds no cards. @param file its name */
export function readCards(typed: string, file: string): ReadCards | undefined {
  const text = withoutUnseen(typed).replace(/\r\n?/gu, '\n')
  if (/^#(?:separator|html|notetype|deck|tags|columns|guid)\b.*:/imu.test(text.slice(0, 1_000)) && text.startsWith('#')) return { format: 'Anki text', cards: readAnkiText(text) }
  const table = tableOfCards(text)
  if (table !== undefined) return table
  if (!/\.(?:txt|tsv)$/iu.test(file)) return undefined
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const columns = lines[0]?.split(';').length ?? 0
  const separator = lines.every((line) => line.includes('\t')) ? 'tab' : lines.length > 1 && lines.every((line) => line.split(';').length === columns) && columns > 1 ? 'semicolon' : undefined
  return separator === undefined ? undefined : { format: 'Anki text', cards: readAnkiText(`#separator:${separator}\n${text}`) }
}

const separators: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', colon: ':', space: ' ' }

/** An id of a card of a course, and the id of the course, as an export writes them. Names that Anki makes up can have the sign too, between other letters. */
const ofCourse = /^([a-z0-9]+(?:-[a-z0-9]+)*)~[a-z0-9]+(?:-[a-z0-9]+)*$/u

/** Lines of its head begin with `#`: https://docs.ankiweb.net/importing/text-files.html */
function readAnkiText(text: string): readonly Card[] {
  const lines = text.split('\n')
  const begins = lines.findIndex((line) => !/^#[\w ]+:/u.test(line))
  const head = new Map(lines.slice(0, Math.max(begins, 0)).map((line) => {
    const [, name = '', value = ''] = /^#([\w ]+):(.*)$/u.exec(line) ?? []
    return [name.toLowerCase(), value]
  }))
  const columnOf = (name: string): number => Number(head.get(`${name} column`) ?? 0) - 1
  const said = head.get('separator')?.toLowerCase() ?? 'tab'
  const [guid, deck] = [columnOf('guid'), columnOf('deck')]
  const special = new Set(['guid', 'deck', 'tags', 'notetype'].map(columnOf))
  return rowsOf(lines.slice(Math.max(begins, 0)).join('\n'), separators[said] ?? said).filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => {
    const [front = '', back = ''] = row.filter((_, at) => !special.has(at))
    return cardOf({ front, back, name: (row[guid] ?? '').trim().replace(ofCourse, '$1'), topic: deckName(row[deck] ?? head.get('deck') ?? '') }, head.get('html')?.trim() === 'true' ? htmlToText : readCell)
  })
}

/** The last part of a path such as `AWS::Security`. */
export const deckName = (path: string): string => tidyLine(path.split('\u001F').at(-1)?.split('::').at(-1) ?? '')

const fronts = new Set(['front', 'term', 'question', 'word', 'prompt'])
const backs = new Set(['back', 'definition', 'answer', 'answers', 'meaning'])

/** Also Kotoba's: `Question, Answers, Comment, Instructions, Render as`. https://www.kotobaweb.com/dashboard */
function tableOfCards(text: string): ReadCards | undefined {
  const [names = []] = tableIn(text.slice(0, 2_000))
  const head = names.map((name) => name.trim().toLowerCase())
  const columnIn = (some: ReadonlySet<string>): number => head.findIndex((name) => some.has(name))
  const [front, back, comment, topic, id] = [columnIn(fronts), columnIn(backs), head.indexOf('comment'), columnIn(new Set(['topic', 'deck', 'category'])), head.indexOf('id')]
  const isKotoba = head.includes('render as') || head.includes('instructions')
  // A table of questions with one right answer in a column names its options too.
  if (front === -1 || back === -1 || head.some((name) => /^(?:(?:option|answer|wrong \w+) ?)?[a-f1-6]$/u.test(name))) return undefined
  const cards = rowsBelow(tableIn(text)).map((row): Card => {
    const said = row[back] ?? ''
    if (hasTooMany(row, head)) return { problem: tooManyCells(row, head), start: tidyLine(row[front] ?? '').slice(0, 60) }
    const answer = isKotoba ? said.split(/,\s+/u).filter((each) => each !== '').join(' or ') : said
    const more = comment === -1 ? '' : (row[comment] ?? '').trim()
    return cardOf({ front: row[front] ?? '', back: more === '' ? answer : `${answer}. ${more}`, name: withoutFormulaMark((row[id] ?? '').trim()), topic: tidyLine(withoutFormulaMark(row[topic] ?? '')) }, readCell)
  })
  const unread = isKotoba ? [] : names.map((name) => name.trim()).filter((name, at) => name !== '' && ![front, back, comment, topic, id].includes(at))
  return { format: isKotoba ? 'Kotoba CSV' : 'CSV', cards, ...(unread.length === 0 ? {} : { unread }) }
}

type Fields = { readonly front: string; readonly back: string; readonly name: string; readonly topic: string }

/**
 * From two fields, which may have gaps to fill, name sounds and pictures, and end in small print.
 *
 * @param read what a field says: Anki keeps HTML
 */
export function cardOf({ front, back, name, topic }: Fields, read: (field: string) => string = htmlToText): Card {
  const words = (field: string): string => {
    const said = tidyLine(read(field.replaceAll(/\[sound:[^\]]*\]|<small>[^]*?<\/small>/giu, '')))
    return said.replaceAll(picture, '').trim() === '' ? '' : said
  }
  const isCloze = /\{\{c\d+::/u.test(front)
  const asked = words(isCloze ? front.replaceAll(cloze, (_, _text: string, hint: string | undefined) => (hint === undefined ? '[…]' : `[${hint}]`)) : front)
  const filled = isCloze ? words([...front.matchAll(cloze)].map(([, text = '']) => text).join(', ')) : ''
  const said = [filled, words(back)].filter((part) => part !== '').join('. ')
  const start = (asked || said).slice(0, 60)
  if (asked === '' || said === '') {
    if (hasPicture(front) || hasPicture(back)) return { problem: 'It shows a picture, and cards are text only.', start }
    return { problem: asked === '' ? 'Its front is empty.' : 'Its back is empty.', start }
  }
  const left = { sounds: countOf(`${front} ${back}`, /\[sound:/giu), pictures: countOf(`${front} ${back}`, picture) - countOf(`${asked} ${said}`, picture) }
  return { front: asked, back: said, name, topic, ...(left.sounds + left.pictures === 0 ? {} : { left }) }
}

/** Undefined if both sides are short enough. */
export function tooLong({ front, back }: CardSides): string | undefined {
  const [name, side] = front.length > longestSide ? ['front', front] : ['back', back]
  return side.length > longestSide ? `Its ${name} has ${side.length} characters. Shorten it to ${longestSide}.` : undefined
}

const picture = /<img\b[^<>]{0,500}=[^<>]{0,1000}>/giu

const countOf = (text: string, what: RegExp): number => [...text.matchAll(what)].length

const cloze = /\{\{c\d+::(.+?)(?:::([^{}]*?))?\}\}/gu
