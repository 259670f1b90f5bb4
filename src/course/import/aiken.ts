// Aiken: a stem, `A. …`, and `ANSWER: B`. https://docs.moodle.org/en/Aiken_format
import { linesAndBlocks } from '../../core/code-marks.ts'
import { item, marked, readLetters, unreadable, type Item } from './items.ts'

const option = /^([A-Za-z])[.)]\s+(.+)$/u
const answer = /^ANSWER:\s*(.*)$/iu

export const looksLikeAiken = (text: string): boolean => /^ANSWER:\s*[A-Za-z]/mu.test(text) && /^[A-Z][.)]\s/mu.test(text)

/** Each question ends with its answer. What follows that and isn't a new question belongs to none. */
export function readAiken(text: string): readonly Item[] {
  const items: Item[] = []
  let lines: string[] = []
  for (const line of linesAndBlocks(text).map((each) => (each.includes('\n') ? each : each.trim()))) {
    const key = answer.exec(line)?.[1]
    if (key === undefined) lines.push(line)
    else {
      items.push(readOne(lines, key))
      lines = []
    }
  }
  const rest = lines.filter((line) => line !== '')
  return rest.length === 0 ? items : [...items, unreadable(rest.join(' '), 'It has no line “ANSWER: …”.')]
}

function readOne(lines: readonly string[], key: string): Item {
  const options = lines.flatMap((line) => option.exec(line)?.[2] ?? [])
  const stem = lines.slice(0, lines.findIndex((line) => option.test(line))).join('\n')
  const right = readLetters(key)
  const all = right === undefined ? undefined : marked(options, right)
  return all === undefined ? unreadable(stem || lines.join(' '), `The answer “${key.slice(0, 20)}” isn’t one of its options.`) : item({ stem, options: all })
}
