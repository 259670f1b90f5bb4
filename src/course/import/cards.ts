// Flashcards as people have them in files: text that Anki exports, decks of Kotoba, and tables with a front and a back.
import { tableIn, rowsOf } from './csv.ts'
import { hasPicture, htmlToText, tidyLine } from './plain-text.ts'

export type Card =
  /** `name`: what the file calls it, so that the same one is known again. `topic`: its deck. Both empty where the file doesn't say. */
  | { readonly front: string; readonly back: string; readonly name: string; readonly topic: string }
  /** `start`: how it begins, to find it by. */
  | { readonly problem: string; readonly start: string }

export type ReadCards = { readonly format: string; readonly cards: readonly Card[] }

export const looksLikeCards = (text: string, file: string): boolean => readCards(text, file)?.cards.some((card) => !('problem' in card)) === true

/** Undefined for a text that holds no cards. @param file its name */
export function readCards(typed: string, file: string): ReadCards | undefined {
  const text = typed.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  if (/^#(?:separator|html|notetype|deck|tags|columns|guid)\b.*:/imu.test(text.slice(0, 1_000)) && text.startsWith('#')) return { format: 'Anki text', cards: readAnkiText(text) }
  const table = tableOfCards(text)
  if (table !== undefined) return table
  return /\.(?:txt|tsv)$/iu.test(file) && everyLineHasTab(text) ? { format: 'Anki text', cards: readAnkiText(`#separator:tab\n${text}`) } : undefined
}

const everyLineHasTab = (text: string): boolean => text.split('\n').every((line) => line.trim() === '' || line.includes('\t'))

const separators: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', colon: ':', space: ' ' }

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
    return cardOf(front, back, row[guid]?.trim().replace(/~.*$/u, '') ?? '', deckName(row[deck] ?? head.get('deck') ?? ''))
  })
}

/** The last part of a path such as `AWS::Security`. */
export const deckName = (path: string): string => tidyLine(path.split('\u001F').at(-1)?.split('::').at(-1) ?? '')

const fronts = new Set(['front', 'term', 'question', 'word', 'prompt'])
const backs = new Set(['back', 'definition', 'answer', 'answers', 'meaning'])

/** Also Kotoba's: `Question, Answers, Comment, Instructions, Render as`. https://www.kotobaweb.com/dashboard */
function tableOfCards(text: string): ReadCards | undefined {
  const head = (tableIn(text.slice(0, 2_000))[0] ?? []).map((name) => name.trim().toLowerCase())
  const columns = (names: ReadonlySet<string>): number => head.findIndex((name) => names.has(name))
  const [front, back, comment, topic, id] = [columns(fronts), columns(backs), head.indexOf('comment'), columns(new Set(['topic', 'deck', 'category'])), head.indexOf('id')]
  const isKotoba = head.includes('render as') || head.includes('instructions')
  // A table of questions with one right answer in a column names its options too.
  if (front === -1 || back === -1 || head.some((name) => /^(?:(?:option|answer|wrong \w+) ?)?[a-f1-6]$/u.test(name))) return undefined
  const [, ...rows] = tableIn(text)
  const cards = rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => {
    const said = row[back] ?? ''
    const answer = isKotoba ? said.split(/,\s+/u).filter((each) => each !== '').join(' or ') : said
    const more = comment === -1 ? '' : (row[comment] ?? '').trim()
    return cardOf(row[front] ?? '', more === '' ? answer : `${answer}. ${more}`, row[id]?.trim() ?? '', tidyLine(row[topic] ?? ''))
  })
  return { format: isKotoba ? 'Kotoba CSV' : 'CSV', cards }
}

/** From two fields as Anki keeps them, which may be HTML, have gaps to fill, name sounds and pictures, and end in small print. */
export function cardOf(front: string, back: string, name: string, topic: string): Card {
  const words = (field: string): string => tidyLine(htmlToText(field.replaceAll(/\[sound:[^\]]*\]|<small>[^]*?<\/small>/giu, '')))
  const isCloze = /\{\{c\d+::/u.test(front)
  const asked = words(isCloze ? front.replaceAll(cloze, (_, _text: string, hint: string | undefined) => (hint === undefined ? '[…]' : `[${hint}]`)) : front)
  const filled = isCloze ? words([...front.matchAll(cloze)].map(([, text = '']) => text).join(', ')) : ''
  const said = [filled, words(back)].filter((part) => part !== '').join('. ')
  const start = (asked || said).slice(0, 60)
  if (asked === '' || said === '') {
    if (hasPicture(front) || hasPicture(back)) return { problem: 'It shows a picture, and cards are text alone.', start }
    return { problem: asked === '' ? 'Its front is empty.' : 'Its back is empty.', start }
  }
  return { front: asked, back: said, name, topic }
}

const cloze = /\{\{c\d+::(.+?)(?:::([^{}]*?))?\}\}/gu
