// Two ways in which people write exams as Markdown: `1. stem`, `- A. option`, `Correct answer: B, E`; and `### stem`, `- [x] option`. Below
// the options may stand `Explanation:`, `Remember:` and `Source:`; below an option, a line with `>` says why it is wrong.
import { linesAndBlocks, outsideCode } from '../../core/code-marks.ts'
import { item, labeled, marked, readLetters, unreadable, type Item } from './items.ts'
import { splitParts } from './parts-of-text.ts'
import { hasPicture, htmlToText } from './plain-text.ts'

const checkbox = /^\s*[-*] \[([ xX])\]\s+(.+)$/u
const numbered = /^\s{0,3}\d{1,4}[.)]\s+(.+)$/u
const lettered = /^\s*(?:[-*]\s+)?([A-Fa-f])[.)]\s+(.+)$/u
const correct = /^[^\w\n]*correct answers?[^\w\n]*:[^\w\n]*(\w?[^\n]*)$/iu
const labelBelow = /^\s*(?:remember|source|references?):\s/iu
const named = /^\s*<!--\s*id:\s*(\S{1,80})\s*-->\s*$/iu
/** Leads to the questions, and is about none of them. */
const contents = /^(?:table of )?contents$/iu
const explained = /^[^\w\n]*(?:explanation|why)[^\w\n]*:\s*(.*)$/iu

export const looksLikeCheckboxes = (text: string): boolean => /^\s*[-*] \[[xX]\]/mu.test(text) && /^#{1,6}\s/mu.test(text)
export const looksLikeNumbered = (text: string): boolean => /^[^\w\n]*correct answers?[^\w\n]*:/imu.test(text)

/** A heading without options is about the questions below it. */
function readCheckboxes(text: string): readonly Item[] {
  let topic = ''
  return blocksFrom(text, (line) => /^#{1,6}\s/u.test(line)).flatMap((lines) => {
    if (!lines.some((line) => checkbox.test(line))) {
      const heading = words(/^#{2,6}\s+(.+)$/u.exec(lines[0] ?? '')?.[1] ?? '')
      if (heading !== '' && !contents.test(heading)) topic = heading
      return []
    }
    const first = lines.findIndex((line) => checkbox.test(line))
    const stem = lines.slice(0, first).join('\n').replace(/^#{1,6}\s+/u, '')
    const options = lines.flatMap((line) => {
      const [, mark, option] = checkbox.exec(line) ?? []
      return option === undefined ? [] : [{ text: words(option), right: mark !== ' ', why: '' }]
    })
    const reasons = reasonsIn(lines)
    const withReasons = options.map((option, at) => ({ ...option, why: reasons[at] ?? '' }))
    return [hasPicture(stem) || /!\[/u.test(stem) ? withPicture(stem) : labeled(item({ stem: words(stem), options: withReasons, ...partsBelow(lines) }), { name: nameIn(lines), topic })]
  })
}

export function readNumbered(text: string): readonly Item[] {
  return blocksFrom(text, (line) => numbered.test(line) && !/^\s{4}/u.test(line)).filter((lines) => numbered.test(lines[0] ?? '')).map((lines) => {
    const first = lines.findIndex((line) => lettered.test(line))
    const stem = lines.slice(0, Math.max(first, 1)).join('\n').replace(/^\s*\d+[.)]\s+/u, '')
    const key = lines.flatMap((line) => correct.exec(line)?.[1] ?? [])[0]
    const options = lines.flatMap((line) => (correct.test(line) ? [] : (lettered.exec(line)?.[2] ?? []))).map(words)
    const right = key === undefined ? undefined : readLetters(key)
    const all = right === undefined ? undefined : marked(options, right)
    if (hasPicture(stem) || /!\[/u.test(stem)) return withPicture(stem)
    if (all === undefined) return unreadable(words(stem), key === undefined ? 'It has no line “Correct answer: …”.' : `The answer “${key.slice(0, 20)}” isn’t one of its options.`)
    return labeled(item({ stem: words(stem), options: all, ...partsBelow(lines) }), { name: nameIn(lines) })
  })
}

/** Somebody may have put both ways into one file. */
export function readBoth(text: string): readonly Item[] {
  const parts = linesAndBlocks(text).reduce<{ kind: 'checkboxes' | 'numbered'; lines: string[] }[]>((found, line) => {
    const last = found.at(-1)
    const isBelowOptions = last?.lines.some((each) => checkbox.test(each)) === true
    if (/^#{1,6}\s/u.test(line)) found.push({ kind: 'checkboxes', lines: [line] })
    else if (last === undefined || (numbered.test(line) && (last.kind === 'numbered' || isBelowOptions))) found.push({ kind: 'numbered', lines: [line] })
    else last.lines.push(line)
    return found
  }, [])
  const textOf = (which: (part: (typeof parts)[number]) => boolean): string => parts.filter(which).flatMap(({ lines }) => lines).join('\n')
  const hasBoxes = ({ lines }: (typeof parts)[number]): boolean => lines.some((line) => checkbox.test(line))
  const others = textOf((part) => !hasBoxes(part))
  return [...readCheckboxes(textOf((part) => part.kind === 'checkboxes')), ...(looksLikeNumbered(others) ? readNumbered(others) : [])]
}

const withPicture = (stem: string) => unreadable(words(stem), 'It has a picture, and the bot asks text alone.')

const nameIn = (lines: readonly string[]): string | undefined => lines.flatMap((line) => named.exec(line)?.[1] ?? [])[0]

/** For each option, the `>` lines right below it. */
function reasonsIn(lines: readonly string[]): readonly string[] {
  const reasons: string[] = []
  for (const line of lines) {
    const why = /^\s*> ?(.*)$/u.exec(line)?.[1]
    if (checkbox.test(line)) reasons.push('')
    else if (why !== undefined && reasons.length > 0) reasons.push(`${reasons.pop() ?? ''}${why}\n`)
  }
  return reasons.map(words)
}

function partsBelow(lines: readonly string[]): ReturnType<typeof splitParts> {
  const said: string[] = []
  let goesOn = false
  for (const line of lines) {
    const explanation = explained.exec(line)?.[1]
    const isLabeled = explanation !== undefined || labelBelow.test(line)
    if (isLabeled) said.push(explanation ?? line)
    else if (goesOn && line.trim() !== '') said.push(line)
    goesOn = isLabeled || (goesOn && line.trim() !== '')
  }
  return splitParts(words(said.join('\n')))
}

function blocksFrom(text: string, begins: (line: string) => boolean): readonly (readonly string[])[] {
  const blocks: string[][] = []
  for (const line of linesAndBlocks(text)) {
    if (begins(line)) blocks.push([line])
    else blocks.at(-1)?.push(line)
  }
  return blocks
}

/** Without emphasis, links and tags. */
const words = (text: string) => htmlToText(outsideCode(text, (part) => part.replace(/(?<!\\)\[([^\]]{1,300})(?<!\\)\]\([^)\s]{1,500}\)/gu, '$1').replace(/(\*\*|__)(.+?)\1/gu, '$2').replace(/\\([_*[\]#-])/gu, '$1')))
