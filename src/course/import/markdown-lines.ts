// What one line of an exam in Markdown is. Around labels, numbers and letters there may be marks of bold and italic text.

const checkbox = /^\s*[-*+] \[([ xX])\]\s+(.+)$/u
const lettered = /^\s*(?:[-*+]\s+)?([*_]{0,3})\(?([A-Za-z])[.)]([*_]{0,3})\s+(.+)$/u
const numbered = /^( {0,3})([*_]{0,3})(\d{1,4})[.)]([*_]{0,3})\s+(.+)$/u
const questionNumber = /^( {0,3})([*_]{0,3})(?:question|q)\s?#?(\d{1,4})(?:\s?[.):–—-]|(?=[*_]{0,3}\s*$))([*_]{0,3})\s*(.*)$/iu
const heading = /^(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/u
const labels = { key: 'correct(?: answers?| options?)?|answers?(?: key)?', explanation: 'explanation|why|rationale', keyPoint: 'remember', source: 'sources?|references?' } as const
const label = new RegExp(`^([^\\p{L}\\p{N}\\n]{0,20})(?:${Object.entries(labels).map(([name, words]) => `(?<${name}>${words})`).join('|')})([*_]{0,3})\\s?:([*_]{0,3})\\s*(.*)$`, 'iu')
/** Alone on its line, in bold, in italics or as a heading, it needs no colon. */
const loneLabel = /^\s*(?:#{1,6}\s+[*_]{0,3}|[*_]{1,3})(?:(correct answers?|answers?)|(explanation|rationale))[*_]{0,3}\s*$/iu

type Label = keyof typeof labels

/** Without the mark that closes what `opened` opened before the label. */
const closed = (rest: string, opened: string, isClosed: boolean): string => (opened === '' || isClosed ? rest : rest.replace(opened, ''))

export function readCheckbox(line: string): { readonly right: boolean; readonly text: string } | undefined {
  const [, mark, text] = checkbox.exec(line) ?? []
  return text === undefined ? undefined : { right: mark !== ' ', text }
}

/** `at`: 0 for A. Letters that no question gets as far as must follow the one before. */
export function readLettered(line: string, next: number): { readonly at: number; readonly text: string } | undefined {
  const [, opened = '', letter, ends = '', text = ''] = lettered.exec(line) ?? []
  if (letter === undefined) return undefined
  const at = letter.toUpperCase().charCodeAt(0) - 65
  return at < 6 || at === next ? { at, text: closed(text, opened, ends !== '') } : undefined
}

export function readNumber(line: string): { readonly indent: number; readonly number: number; readonly text: string } | undefined {
  const [, indent = '', opened = '', number, ends = '', text = ''] = numbered.exec(line) ?? questionNumber.exec(line) ?? []
  return number === undefined ? undefined : { indent: indent.length, number: Number(number), text: closed(text, opened, ends !== '') }
}

export const isQuestionNumber = (text: string): boolean => questionNumber.test(text)

export function readHeading(line: string): { readonly level: number; readonly text: string } | undefined {
  const [, signs, text] = loneLabel.test(line) ? [] : (heading.exec(line) ?? [])
  return signs === undefined || text === undefined ? undefined : { level: signs.length, text }
}

export function readLabel(line: string): { readonly label: Label; readonly text: string } | undefined {
  const alone = loneLabel.exec(line)
  if (alone !== null) return { label: alone[1] === undefined ? 'explanation' : 'key', text: '' }
  const found = label.exec(line)
  const name = (Object.keys(labels) as Label[]).find((each) => found?.groups?.[each] !== undefined)
  if (found === null || name === undefined) return undefined
  const [ends = '', after = '', text = ''] = found.slice(-3)
  return { label: name, text: closed(text, /[*_]+$/u.exec(found[1] ?? '')?.[0] ?? '', `${ends}${after}` !== '') }
}

export const isOption = (line: string): boolean => checkbox.test(line) || readLettered(line, -1) !== undefined
const startsOptions = (line: string): boolean => checkbox.test(line) || readLettered(line, -1)?.at === 0
export const isBlank = (line: string): boolean => line.trim() === '' || isRule(line)
/** Parts one question from the next: a rule, the end of what was folded, or a link to elsewhere on the page. */
export const isRule = (line: string): boolean => /^\s*(?:[-=*_]{3,}|<\/details>|[*_]{0,3}\[[^\]\n]{1,100}\]\(#[^)\s]{0,200}\)[*_]{0,3})\s*$/iu.test(line)

/** Whether a paragraph begins at `at` and options follow it: a question without number or heading. */
export function beginsBare(lines: readonly string[], at: number): boolean {
  if (!isBlank(lines[at - 1] ?? '')) return false
  let to = at
  while (to < lines.length && to < at + 20 && isPlain(lines[to] ?? '')) to += 1
  if (to === at) return false
  while (isBlank(lines[to] ?? 'end')) to += 1
  return startsOptions(lines[to] ?? '')
}

const isPlain = (line: string): boolean => !isBlank(line) && !isOption(line) && readLabel(line) === undefined && readHeading(line) === undefined && readNumber(line) === undefined && !/^\s*[<>|]/u.test(line)

/** More of the option above it. */
export const goesOn = (line: string): boolean => isPlain(line) && !/^\s*(?:[-*+!#[]|```|~~~)/u.test(line)
