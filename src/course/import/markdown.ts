// Exams as people write them in Markdown: a number or a heading with the stem; options as `- [x] option`, or as `A. option` with a line
// `Correct answer: B, E`. Below the options may stand `Explanation:`, `Remember:` and `Source:`; below an option, a line with `>` says why
// it is wrong, and one below an empty line, behind the last option, is the explanation. One file may have all of it.
import { outsideCode } from '../../core/code-marks.ts'
import { plainLine } from '../../core/plain-words.ts'
import { item, labeled, marked, readLetters, unreadable, textOnly, type Item } from './items.ts'
import { goesOn, isBlank, isOption, isRule, readCheckbox, readLabel, readLettered } from './markdown-lines.ts'
import { questionBlocks, type Block } from './markdown-questions.ts'
import { hasMarkdownPicture, hasPicture, htmlToText } from './plain-text.ts'

const named = /^\s*<!--\s*id:\s*(\S{1,80})\s*-->\s*$/iu
const numberFirst = /^\s*[*_]{0,3}(?:(?:question|q)\s?)?\d{1,4}[.):]/iu
const numberAboveBoxes = /^ {0,3}[*_]{0,3}(?:(?:question|q)\s?)?\d{1,4}[.):][^\n]*\n(?:[^\S\n]*\S[^\n]*\n){0,5}?(?:[^\S\n]*\n)?[^\S\n]*[-*+] \[[ xX]\]/imu
const answer = /^[^\w\n]{0,20}_{0,3}(?:correct|answers?)[*_]{0,3}\s?:/imu
const letterA = /^\s*(?:[-*+]\s+)?[*_]{0,3}\(?A[.)][*_]{0,3}\s/imu

const looksLikeCheckboxes = (text: string): boolean => /^\s*[-*+] \[[xX]\]/mu.test(text) && (/^#{1,6}\s/mu.test(text) || numberFirst.test(text) || numberAboveBoxes.test(text))
const looksLikeNumbered = (text: string): boolean => /^[^\w\n]*correct answers?[^\w\n]*:/imu.test(text) || (answer.test(text) && letterA.test(text))

export const looksLikeMarkdown = (text: string): boolean => looksLikeCheckboxes(text) || looksLikeNumbered(text)

export const readMarkdown = (text: string): readonly Item[] => questionBlocks(text).map(readBlock)

function readBlock({ topic, lines }: Block): Item {
  const first = lines.findIndex((line, at) => at > 0 && isOption(line))
  const stem = lines.slice(0, first === -1 ? lines.length : first).join('\n').trim()
  if (hasPicture(stem) || hasMarkdownPicture(stem)) return unreadable(words(stem), textOnly)
  if (first === -1) return unreadable(words(lines[0] ?? stem) || words(stem), 'It has no options. Begin each with “- [ ] ”, and each right one with “- [x] ”.')
  const { options, key, hasPictures, ...said } = partsOf(lines.slice(first))
  if (hasPictures) return unreadable(words(stem), textOnly)
  const isMarked = options.some(({ right }) => right)
  if (!isMarked && key === undefined && readCheckbox(lines[first] ?? '') === undefined) return unreadable(words(stem), 'It has no line “Correct answer: …”.')
  const right = isMarked || key === undefined ? undefined : rightOnes(key, options.map(({ text }) => text))
  const all = right === undefined ? undefined : marked(options.map(({ text }) => text), right)
  if (!isMarked && key !== undefined && all === undefined) return unreadable(words(stem), `The answer “${key.slice(0, 20)}” isn’t one of its options.`)
  const withKey = options.map((option, at) => ({ ...option, right: all?.[at]?.right ?? option.right }))
  return labeled(item({ stem: words(stem), options: withKey, ...said }), { name: lines.flatMap((line) => named.exec(line)?.[1] ?? [])[0], topic: words(topic) })
}

/** `B`, `A and C`, `B) Madrid`, or the words of an option. */
function rightOnes(key: string, options: readonly string[]): readonly number[] | undefined {
  const plain = options.map(plainLine)
  const byWords = key.trim().length > 1 ? plain.indexOf(plainLine(words(key))) : -1
  if (byWords !== -1) return [byWords]
  const letters = readLetters(key)
  if (letters !== undefined && letters.every((at) => at < options.length)) return letters
  const [, letter = '', rest = ''] = /^\W*([A-Za-z])\W+(.+)$/u.exec(key) ?? []
  const at = letter.toUpperCase().charCodeAt(0) - 65
  return plain[at] !== undefined && plain[at] === plainLine(words(rest)) ? [at] : undefined
}

/** What a block says from its first option on. */
function partsOf(lines: readonly string[]) {
  const options: { text: string; right: boolean; why: string }[] = []
  const said = { key: [] as string[], explanation: [] as string[], keyPoint: [] as string[], source: [] as string[] }
  const hasBoxes = readCheckbox(lines[0] ?? '') !== undefined
  const afterwards = explanationBelow(lines)
  let part: keyof typeof said | undefined
  let isEnded = false
  for (const [at, line] of lines.entries()) {
    const label = readLabel(line)
    const box = readCheckbox(line)
    const option = part !== undefined ? undefined : (box ?? readLettered(line, options.length))
    const last = options.at(-1)
    const why = /^\s*> ?(.*)$/u.exec(line)?.[1]
    const isReason = why !== undefined && at !== afterwards && last !== undefined && part === undefined && (label === undefined || (!isBlank(lines[at - 1] ?? '') && (hasBoxes || label.label !== 'key')))
    isEnded = label === undefined && part !== undefined && (isEnded || isRule(line))
    if (isReason) last.why += `${why}\n`
    else if (at === afterwards && label === undefined && part === undefined) {
      part = 'explanation'
      said.explanation.push(why ?? line)
    } else if (label !== undefined) {
      part = label.label
      said[part].push(label.text)
    } else if (option !== undefined) options.push({ text: option.text, right: box?.right ?? false, why: '' })
    else if (part !== undefined) {
      const isOver = part !== 'explanation' && isBlank(line) && said[part].some((each) => each !== '')
      if (isOver && part !== 'key') part = 'explanation'
      if (!isEnded && !isOver) said[part].push(why ?? line)
    } else if (last !== undefined && last.why === '' && !isBlank(lines[at - 1] ?? '') && goesOn(line)) last.text += ` ${line.trim()}`
  }
  const onOneLine = (list: readonly string[]) => words(list.map((line) => line.trim().replace(/^[-*+]\s+/u, '')).filter((line) => line !== '').join(' '))
  const key = said.key.find((line) => line.trim() !== '')?.trim()
  return {
    hasPictures: options.some(({ text }) => hasPicture(text) || hasMarkdownPicture(text)),
    options: options.map(({ text, right, why }) => ({ text: words(text), right, why: words(why) })),
    key: key === undefined ? undefined : key.replace(/<[^>]{0,40}>/gu, '').replace(/^\W+/u, ''), explanation: words(said.explanation.join('\n')), keyPoint: onOneLine(said.keyPoint), source: onOneLine(said.source),
  }
}

/** The line of a quote that is apart from the last option, which it is no reason against; -1 if none. Where each reason is apart, so is the last. */
function explanationBelow(lines: readonly string[]): number {
  const isApart = (line: string, at: number): boolean => line.startsWith('>') && isBlank(lines[at - 1] ?? 'none')
  const lastOption = lines.findLastIndex(isOption)
  const first = lines.findIndex(isApart)
  return first > lastOption ? first : -1
}

/** Without emphasis, links and tags. */
const words = (text: string) => htmlToText(outsideCode(text, (part) => part.replace(/(?<!\\)\[([^\]]{1,300})(?<!\\)\]\([^)\s]{1,500}\)/gu, '$1').replace(/(\*\*|__)(.+?)\1/gu, '$2').replace(/\\([_*[\]#-])/gu, '$1')))
