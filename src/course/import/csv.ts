// A table with a question on each line. Its first line names the columns: question, a to f, right, why, remember, source, why a to why f, and
// id for one that it changes.
import { withoutFormulaMark } from '../../core/csv.ts'
import { isTeamQuestion } from '../../core/team-question.ts'
import { item, marked, readLetters, unreadable, type Item } from './items.ts'
import { hasPicture, htmlToText } from './plain-text.ts'

const names: Readonly<Record<string, string>> = {
  id: 'id', question: 'question', stem: 'question', text: 'question', right: 'right', correct: 'right', key: 'right', answer: 'right', answers: 'right', 'correct answer': 'right',
  why: 'why', explanation: 'why', comment: 'why', feedback: 'why', remember: 'remember', 'key point': 'remember', source: 'source', reference: 'source',
}
const letters = ['a', 'b', 'c', 'd', 'e', 'f']

/** `Option A`, `answer 2` and `B` are options; `Why B` is a reason. */
function columnOf(head: string): string {
  const name = head.toLowerCase().replace(/[_\s]+/gu, ' ').trim()
  const [, why, kind, which = ''] = /^(why (?:not )?)?(option|answer|choice)? ?([a-f1-6])$/u.exec(name) ?? []
  if (which === '') return names[name] ?? ''
  const letter = letters[Number(which) - 1] ?? which
  return why === undefined || kind !== undefined ? letter : `why ${letter}`
}

export function looksLikeCsv(text: string): boolean {
  const columns = new Set((rowsOf(text.slice(0, 5_000), separatorOf(text))[0] ?? []).map(columnOf))
  return ['question', 'a', 'b', 'right'].every((name) => columns.has(name))
}

export function readCsv(text: string): readonly Item[] {
  const [head = [], ...rows] = rowsOf(text, separatorOf(text))
  const columns = head.map(columnOf)
  return rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => readRow((name) => row[columns.indexOf(name)]?.trim() ?? ''))
}

function readRow(cell: (name: string) => string): Item {
  const used = letters.filter((letter) => cell(letter) !== '')
  const options = used.map((letter) => readCell(cell(letter)))
  const key = cell('right')
  const right = rightOnes(key, cell, used)
  const all = right === undefined ? undefined : marked(options, right)
  const stem = readCell(cell('question'))
  if (hasPicture([cell('question'), ...used.map(cell)].join(' '))) return unreadable(stem, 'It has a picture, and the bot asks text alone.')
  if (all === undefined) return unreadable(stem, key === '' ? 'Nothing says which option is right.' : `“${key.slice(0, 40)}” isn’t one of its options.`)
  const withWhy = all.map((option, at) => ({ ...option, why: readCell(cell(`why ${used[at] ?? ''}`)) }))
  const read = item({ stem, options: withWhy, explanation: readCell(cell('why')), keyPoint: readCell(cell('remember')), source: readCell(cell('source')) })
  const id = cell('id')
  return 'text' in read && isTeamQuestion(id) ? { ...read, replaces: id } : read
}

/** What a cell says. */
export const readCell = (written: string): string => htmlToText(withoutFormulaMark(written))

/** By the text of an option, by letters, or by numbers. */
export function rightOnes(key: string, cell: (name: string) => string, used: readonly string[]): readonly number[] | undefined {
  const byText = used.findIndex((letter) => cell(letter).toLowerCase() === key.toLowerCase())
  if (byText !== -1) return [byText]
  const asLetters = /^[\d\s,;]+$/u.test(key) ? key.replace(/\d/gu, (digit) => letters[Number(digit) - 1] ?? 'z') : key
  const at = readLetters(asLetters)?.map((number) => used.indexOf(letters[number] ?? ''))
  return at?.some((each) => each === -1) === true ? undefined : at
}

function separatorOf(text: string): string {
  const line = /^[^\n]*/u.exec(text)?.[0] ?? ''
  return [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length })).toSorted((one, other) => other.count - one.count)[0]?.sign ?? ','
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === separator) endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows
}
