// The questions of a team as tables for a spreadsheet, which `add-question` reads again, with or without changes.
import { outsideCode } from '../../core/code-marks.ts'
import { csv, type Cell } from '../../core/csv.ts'
import { mostTextBytes, optionLetters, teamKey, type TeamQuestion, type TeamText } from '../../core/team-question.ts'
import { rightOnes } from '../import/csv.ts'
import { readCell } from '../import/table.ts'
import { mostItems } from '../import/read-items.ts'

const columns = ['id', 'state', 'question', ...optionLetters, 'right', 'why', 'remember', 'source', ...optionLetters.map((letter) => `why ${letter}`)]

type Listed = Pick<TeamQuestion, 'id' | 'state' | 'text'>

export const teamTable = (questions: readonly Listed[]): string => csv(columns, questions.map(rowOf))

/** As many tables as it takes for each to be read in one go. */
export function teamTables(questions: readonly Listed[]): readonly string[] {
  const tables: { rows: (readonly Cell[])[]; bytes: number }[] = []
  for (const question of questions) {
    const row = rowOf(question)
    const bytes = Buffer.byteLength(csv([], [row]))
    const last = tables.at(-1)
    if (last !== undefined && last.rows.length < mostItems && last.bytes + bytes < mostTextBytes - headBytes) {
      last.rows.push(row)
      last.bytes += bytes
    } else tables.push({ rows: [row], bytes })
  }
  return tables.map(({ rows }) => csv(columns, rows))
}

const headBytes = 1_000

function rowOf({ id, state, text }: Listed): readonly Cell[] {
  const { stem, options, explanation, keyPoint, source } = text
  const inColumns = (read: (option: TeamText['options'][number]) => string) => optionLetters.map((_, at) => written(options[at] === undefined ? '' : read(options[at])))
  return [id, state, written(stem), ...inColumns((option) => option.text), rightCell(text), written(explanation), written(keyPoint), written(source), ...inColumns(({ why }) => why)]
}

/** A table may come from a browser, so what looks like its marks there has to be written as what it is. */
export function written(text: string): string {
  if (readCell(text) === text && (!text.startsWith("'") || text === "'")) return text
  return outsideCode(text, (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;'))
}

/** By letters, unless another option is called so. */
export function rightCell(text: Pick<TeamText, 'options'>): string {
  const { options } = text
  const right = options.flatMap((option, at) => (option.right ? [at] : []))
  const cells = new Map(options.map((option, at) => [optionLetters[at] ?? '', written(option.text)]))
  const letters = teamKey(text)
  const ways = [letters.join(', '), right.map((at) => at + 1).join(', '), letters.map((letter) => `(${letter})`).join(', ')]
  const fits = (way: string) => String(rightOnes(way, (name) => cells.get(name) ?? '', [...cells.keys()])) === right.join()
  return ways.find(fits) ?? letters.join(', ')
}
