// The bot's own way to write a question as text: what a form asks for, one part a line. It's also how an option field is filled in.
import type { TeamOption, TeamText } from '../../core/team-question.ts'
import { linesAndBlocks, opensCodeBlock } from '../../core/code-marks.ts'
import { item, unreadable, type Item } from './items.ts'
import { tidyFlow, tidyLine } from './plain-text.ts'

const rightMark = /^(?:\*|✓|✔|✅|[-*] \[[xX]\])\s+/u
const wrongMark = /^(?:-(?: \[ \])?|•|✗|❌)\s+/u
const whyMark = /^> ?/u

/** A line each; a star before each right one; below an option, a line with `>` says why it's wrong. */
export function readOptions(typed: string): readonly TeamOption[] {
  const options: { text: string; right: boolean; why: string }[] = []
  for (const written of linesAndBlocks(typed)) {
    const last = options.at(-1)
    const why = whyMark.exec(written.trimStart())
    const line = tidyLine(written)
    if (why !== null && last !== undefined) last.why += `${written.trimStart().slice(why[0].length)}\n`
    else if (opensCodeBlock(written.split('\n')[0] ?? '') && last !== undefined) last.text += ` ${line}`
    else if (line !== '') options.push({ text: line.replace(rightMark, '').replace(wrongMark, ''), right: rightMark.test(line), why: '' })
  }
  return options.map((option) => ({ ...option, why: option.right ? '' : tidyFlow(option.why) }))
}

/** As {@link readOptions} reads them. */
export const optionsAsTyped = ({ options }: Pick<TeamText, 'options'>): string =>
  options.flatMap(({ text, right, why }) => [`${right ? '*' : '-'} ${text}`, ...(why === '' ? [] : why.split('\n').map((line) => `> ${line}`))]).join('\n')

/** As {@link readOwn} reads it. */
export function asTyped({ stem, explanation, keyPoint, source, ...rest }: TeamText): string {
  const labeled = ([['Why', explanation], ['Remember', keyPoint], ['Source', source]] as const).flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]))
  return [stem, optionsAsTyped(rest), ...labeled].join('\n')
}

/** The same on one line. */
export const asLine = (text: TeamText): string => asTyped(text).replace(/ ?\n/gu, ' | ')

const label = /^(why|explanation|remember|source|id):\s*/iu
const startsOption = (line: string) => rightMark.test(line) || wrongMark.test(line)

/** Questions follow each other with `---` between them, or with an empty line behind the last part. Within an explanation may be empty lines. */
export function readOwn(text: string): readonly Item[] {
  return blocks(text).map((lines) => readBlock(lines))
}

function blocks(text: string): readonly (readonly string[])[] {
  const found: string[][] = [[]]
  let [isLabeled, isExplained] = [false, false]
  const lines = linesAndBlocks(text).map((each) => (each.includes('\n') ? each : each.trim()))
  const next = nextParts(lines)
  for (const [at, line] of lines.entries()) {
    const ends = rule.test(line) || (line === '' && isLabeled && !(isExplained && goesOn(next[at])))
    if (label.test(line) && !/^id:/iu.test(line)) {
      isLabeled = true
      isExplained = /^(?:why|explanation):/iu.test(line)
    }
    if (!ends) found.at(-1)?.push(line)
    else {
      found.push([])
      isLabeled = isExplained = false
    }
  }
  return found.filter((lines) => lines.some((line) => line !== ''))
}

const rule = /^[-=]{3,}$/u

/** For each line, the next one that begins a part or ends the question. */
function nextParts(lines: readonly string[]): readonly (string | undefined)[] {
  const next: (string | undefined)[] = []
  for (const [at, line] of [...lines.entries()].toReversed()) next[at] = rule.test(line) || startsOption(line) || label.test(line) ? line : next[at + 1]
  return next
}

/** Whether no other question begins before this part: before its options, one has no part but its id. */
const goesOn = (next: string | undefined): boolean => next === undefined || rule.test(next) || (!startsOption(next) && !/^(?:id|why|explanation):/iu.test(next))

function readBlock(lines: readonly string[]): Item {
  const parts: Record<string, string[]> = { stem: [], options: [], explanation: [], remember: [], source: [], id: [] }
  let part = 'stem'
  for (const line of lines) {
    const named = label.exec(line)?.[1]?.toLowerCase()
    const isOption = part !== 'source' && (startsOption(line) || (part === 'options' && whyMark.test(line)))
    const next = named === undefined ? (isOption ? 'options' : part) : named === 'why' ? 'explanation' : named
    parts[next]?.push(named === undefined ? line : line.replace(label, ''))
    part = next === 'id' ? 'stem' : next
  }
  const textOf = (name: string) => (parts[name] ?? []).join('\n')
  const start = lines.find((line) => line !== '') ?? ''
  if ((parts['options'] ?? []).length === 0) return unreadable(start, 'It has no options. Begin each with “- ”, and each right one with “* ”.')
  const read = item({ stem: textOf('stem'), options: readOptions(textOf('options')), explanation: textOf('explanation'), keyPoint: textOf('remember'), source: textOf('source') })
  const id = textOf('id').trim()
  return 'text' in read && id !== '' ? { ...read, replaces: id } : read
}
