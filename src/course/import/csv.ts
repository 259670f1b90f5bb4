// A table with a question on each line. Its first line names the columns: question, a to f, right, why, remember, source, why a to why f,
// topic, and id for one that it changes.
import { withoutFormulaMark } from '../../core/csv.ts'
import { isTeamQuestion, optionLetters } from '../../core/team-question.ts'
import { item, labeled, marked, readLetters, unreadable, type Item } from './items.ts'
import { hasPicture, htmlToText } from './plain-text.ts'

const names: Readonly<Record<string, string>> = {
  id: 'id', question: 'question', 'question text': 'question', 'question title': 'question', stem: 'question', text: 'question', prompt: 'question',
  right: 'right', correct: 'right', key: 'right', answer: 'right', answers: 'right', 'right answer': 'right', 'correct answer': 'right', 'correct answers': 'right', 'correct option': 'right',
  why: 'why', explanation: 'why', 'answer explanation': 'why', comment: 'why', feedback: 'why', rationale: 'why',
  remember: 'remember', 'key point': 'remember', source: 'source', reference: 'source', image: 'picture', 'image link': 'picture', picture: 'picture',
  topic: 'topic', category: 'topic', chapter: 'topic', domain: 'topic', section: 'topic',
}

/**
 * `Option A`, `answer 2` and `B` are options; `Why B` is a reason; `Wrong answer 1` is one beside the text of the right one. What other programs
 * add, as in `Answer 1 - max 75 characters` and `Correct answer(s)`, says nothing.
 */
function columnOf(head: string): string {
  const name = head.toLowerCase().replace(/\s+-\s.*$/su, '').replace(/\(s\)/gu, 's').replace(/\([^()]*\)|[*:]/gu, '').replace(/[_\s]+/gu, ' ').trim()
  const wrong = /^(?:wrong|incorrect|false) (?:answer|option|choice) ?([1-5a-e])$|^distractor ?([1-5a-e])$/u.exec(name)
  if (wrong !== null) return `wrong ${letterOf(wrong[1] ?? wrong[2] ?? '')}`
  const [, why, kind, which = ''] = /^(why (?:not )?)?(option|answer|choice)? ?([a-f1-6])$/u.exec(name) ?? []
  if (which === '') return names[name] ?? ''
  return why === undefined || kind !== undefined ? letterOf(which) : `why ${letterOf(which)}`
}

const letterOf = (which: string): string => optionLetters[Number(which) - 1] ?? which

const needed = ['question', 'a', 'b', 'right']
const neededBeside = ['question', 'right', 'wrong a']

const hasAll = (columns: readonly string[], all: readonly string[]): boolean => all.every((name) => columns.includes(name))

/** Also one whose columns aren't enough, where it must be a table. @param file its name, if it has one */
export function looksLikeCsv(text: string, file = ''): boolean {
  const [head = []] = rowsOf(...parted(text.slice(0, 5_000)))
  const columns = head.map(columnOf)
  const known = new Set(columns.filter((name) => name !== ''))
  return hasAll(columns, needed) || hasAll(columns, neededBeside) || (known.has('question') && known.size > 1) || (/\.(?:csv|tsv)$/iu.test(file) && columns.length > 1)
}

export function readCsv(text: string): readonly Item[] | { readonly problem: string } {
  const [head = [], ...rows] = rowsOf(...parted(text))
  const columns = head.map(columnOf)
  const beside = !hasAll(columns, needed)
  if (beside && !hasAll(columns, neededBeside)) return { problem: `The first line of a table has to name its columns. This one needs question, a, b, and right. It has ${quoted(head)}.` }
  return rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? ''
    return readRow(beside ? (name) => besideRight(name, cell) : cell)
  })
}

/** The right option stands in a column of its own, the wrong ones in others: it is the first of them all. */
function besideRight(name: string, cell: (name: string) => string): string {
  const at = optionLetters.indexOf(name)
  if (at === -1) return cell(name)
  return cell(at === 0 ? 'right' : `wrong ${optionLetters[at - 1] ?? ''}`)
}

const mostHeads = 8

function quoted(head: readonly string[]): string {
  const shown = head.slice(0, mostHeads).map((each) => `“${each.trim().slice(0, 30)}”`).join(', ')
  return head.length > mostHeads ? `${shown}, and more` : shown
}

function readRow(cell: (name: string) => string): Item {
  const used = optionLetters.filter((letter) => cell(letter) !== '')
  const options = used.map((letter) => readCell(cell(letter)))
  const key = cell('right')
  const right = rightOnes(key, cell, used)
  const all = right === undefined ? undefined : marked(options, right)
  const stem = readCell(cell('question'))
  if (cell('picture') !== '' || hasPicture([cell('question'), ...used.map(cell)].join(' '))) return unreadable(stem, 'It has a picture, and the bot asks text alone.')
  if (all === undefined) return unreadable(stem, key === '' ? 'Nothing says which option is right.' : `“${key.slice(0, 40)}” isn’t one of its options.`)
  const withWhy = all.map((option, at) => ({ ...option, why: readCell(cell(`why ${used[at] ?? ''}`)) }))
  const read = item({ stem, options: withWhy, explanation: readCell(cell('why')), keyPoint: readCell(cell('remember')), source: readCell(cell('source')) })
  const id = cell('id')
  const ofTeam = isTeamQuestion(id)
  const named = labeled(read, { name: ofTeam ? '' : id, topic: readCell(cell('topic')) })
  return 'text' in named && ofTeam ? { ...named, replaces: id } : named
}

/** What a cell says. */
export const readCell = (written: string): string => htmlToText(withoutFormulaMark(written))

/** By the text of an option, by letters, or by numbers. */
export function rightOnes(key: string, cell: (name: string) => string, used: readonly string[]): readonly number[] | undefined {
  const byText = used.findIndex((letter) => cell(letter).toLowerCase() === key.toLowerCase())
  if (byText !== -1) return [byText]
  const asLetters = /^[\d\s,;]+$/u.test(key) ? key.replace(/\d/gu, (digit) => optionLetters[Number(digit) - 1] ?? 'z') : key
  const at = readLetters(asLetters)?.map((number) => used.indexOf(optionLetters[number] ?? ''))
  return at?.some((each) => each === -1) === true ? undefined : at
}

/** The cells of a table; its first line names the columns. */
export const tableIn = (text: string): readonly (readonly string[])[] => rowsOf(...parted(text))

/** The table without the line that tells Excel its separator, and the separator: where commas stand in numbers, Excel writes semicolons. */
function parted(text: string): readonly [text: string, separator: string] {
  const told = /^sep=([,;\t|])[^\n]*\n/iu.exec(text)
  if (told?.[1] !== undefined) return [text.slice(told[0].length), told[1]]
  const line = /^[^\n]*/u.exec(text)?.[0] ?? ''
  return [text, [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length })).toSorted((one, other) => other.count - one.count)[0]?.sign ?? ',']
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
export function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
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
