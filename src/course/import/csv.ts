// A table with a question on each line. Its first line names the columns: question, a to f, right, why, remember, source, why a to why f,
// topic, and id for one that it changes; difficulty, owner, form, facts, and note for what only a course's question has.
import { isTeamQuestion, optionLetters } from '../../core/team-question.ts'
import { item, labeled, marked, readLetters, unreadable, textOnly, type Extra, type Item } from './items.ts'
import { hasPicture } from './plain-text.ts'
import { hasTooMany, holdsRows, readCell, rowsBelow, tableIn, tooManyCells, unclosedQuote } from './table.ts'

const names: Readonly<Record<string, string>> = {
  id: 'id', question: 'question', 'question text': 'question', 'question title': 'question', stem: 'question', text: 'question', prompt: 'question',
  right: 'right', correct: 'right', key: 'right', answer: 'right', answers: 'right', 'right answer': 'right', 'correct answer': 'right', 'correct answers': 'right', 'correct option': 'right',
  why: 'why', explanation: 'why', 'answer explanation': 'why', comment: 'why', feedback: 'why', rationale: 'why',
  remember: 'remember', 'key point': 'remember', source: 'source', reference: 'source', image: 'picture', 'image link': 'picture', picture: 'picture',
  topic: 'topic', category: 'topic', chapter: 'topic', domain: 'topic', section: 'topic',
  difficulty: 'difficulty', owner: 'owner', form: 'form', facts: 'facts', note: 'note', state: 'state',
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
  const [head = []] = tableIn(text.slice(0, 5_000))
  const columns = head.map(columnOf)
  const known = new Set(columns.filter((name) => name !== ''))
  return hasAll(columns, needed) || hasAll(columns, neededBeside) || (known.has('question') && known.size > 1) || (/\.(?:csv|tsv)$/iu.test(file) && columns.length > 1)
}

export function readCsv(text: string): readonly Item[] | { readonly problem: string } {
  const table = tableIn(text)
  const [head = []] = table
  const columns = head.map(columnOf)
  const beside = !hasAll(columns, needed)
  if (beside && !hasAll(columns, neededBeside)) return { problem: `The first line of a table has to name its columns. This one needs question, a, b, and right. It has ${quoted(head)}.` }
  return rowsBelow(table).map((row) => {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? ''
    if (holdsRows(row, head)) return unreadable(readCell(cell('question')), unclosedQuote)
    if (hasTooMany(row, head)) return unreadable(readCell(cell('question')), tooManyCells(row, head))
    return readRow(beside ? (name) => besideRight(name, cell) : cell)
  })
}

/** The columns of a table of questions that nothing is read from. */
export const unreadColumns = (text: string): readonly string[] => (tableIn(text.slice(0, 5_000))[0] ?? []).map((name) => name.trim()).filter((name) => name !== '' && columnOf(name) === '')

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
  const stem = readCell(cell('question'))
  if (cell('picture') !== '' || hasPicture([cell('question'), ...used.map(cell)].join(' '))) return unreadable(stem, textOnly)
  const right = rightOnes(key, cell, used)
  if (right === 'unclear') return unreadable(stem, `“${key.slice(0, 40)}” names one option and is the text of another. Write (a), (b) and so on as the right one.`)
  const all = right === undefined ? undefined : marked(options, right)
  if (all === undefined) return unreadable(stem, key === '' ? 'Nothing says which option is right.' : `“${key.slice(0, 40)}” isn’t one of its options.`)
  const withWhy = all.map((option, at) => ({ ...option, why: readCell(cell(`why ${used[at] ?? ''}`)) }))
  const read = item({ stem, options: withWhy, explanation: readCell(cell('why')), keyPoint: readCell(cell('remember')), source: readCell(cell('source')) })
  const id = cell('id')
  const ofTeam = isTeamQuestion(id)
  const named = labeled(read, { name: ofTeam ? '' : id, topic: readCell(cell('topic')), extra: extraIn(cell) })
  return 'text' in named && ofTeam ? { ...named, replaces: id } : named
}

function extraIn(cell: (name: string) => string): Extra {
  const facts = cell('facts').split(/[\s,;]+/u).filter((fact) => fact !== '')
  const said = (['difficulty', 'owner', 'form'] as const).flatMap((name) => (cell(name) === '' ? [] : [[name, cell(name).toLowerCase()]]))
  return { ...Object.fromEntries(said), ...(cell('note') === '' ? {} : { note: readCell(cell('note')) }), ...(facts.length === 0 ? {} : { facts }) }
}

/** What a key can mean. `unclear`: a letter or a number that is the text of another option too. */
type Key = readonly number[] | 'unclear' | undefined

/** By letters, by numbers, or by the text of an option. */
export function rightOnes(key: string, cell: (name: string) => string, used: readonly string[]): Key {
  const byText = used.findIndex((letter) => cell(letter).toLowerCase() === key.toLowerCase())
  const named = namedOnes(key, used)
  if (byText === -1) return named
  // `bad` can be a text and hardly three letters; `AB` can be both.
  if (named === undefined || !/^(?:[a-f]|[A-F]{2,6}|[\d\s,;]+)$/iu.test(key) || /[a-z]{2}/u.test(key)) return [byText]
  return named.join() === String(byText) ? named : 'unclear'
}

function namedOnes(key: string, used: readonly string[]): readonly number[] | undefined {
  const asLetters = /^[\d\s,;]+$/u.test(key) ? key.replace(/\d/gu, (digit) => optionLetters[Number(digit) - 1] ?? 'z') : key
  const at = readLetters(asLetters)?.map((number) => used.indexOf(optionLetters[number] ?? ''))
  return at?.some((each) => each === -1) === true ? undefined : at
}
