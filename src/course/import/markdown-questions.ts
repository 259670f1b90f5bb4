// Where the questions of an exam in Markdown begin: at a heading, at a number, or, below other options, at a paragraph with options below it.
import { linesAndBlocks } from '../../core/code-marks.ts'
import { beginsBare, isBlank, isOption, isQuestionNumber, readHeading, readLabel, readNumber } from './markdown-lines.ts'

/** `lines[0]` is the stem's first, without number and heading. `topic`: the heading above that asks nothing itself. */
export type Block = { readonly topic: string; readonly lines: readonly string[] }

type Section = { readonly level: number; readonly heading: string; readonly lines: readonly string[] }

/** Leads to the questions, and is about none of them. */
const contents = /^(?:table of )?contents$/iu

export function questionBlocks(text: string): readonly Block[] {
  let topic = ''
  const sections = sectionsOf(text)
  const titles = sections.filter(({ level }) => level === 1).length
  const read = sections.map((section, nth) => {
    const isTitle = section.level === 1 && titles === 1 && nth <= 1 && !asks(section.heading)
    return { ...section, found: inSection(section, isTitle, isAboveOthers(sections, nth)) }
  })
  const asked = Map.groupBy(read.flatMap(({ level, found }, nth) => (found.some(({ isHeading }) => isHeading) ? [{ level, nth }] : [])), ({ level }) => level)
  return read.flatMap(({ level, heading, lines, found }, nth) => {
    const alike = asked.get(level) ?? []
    // Between headings that ask, one without options asks too.
    const isOpen = found.length === 0 && !contents.test(heading) && !isAboveOthers(sections, nth) && (alike[0]?.nth ?? nth) < nth && nth < (alike.at(-1)?.nth ?? nth)
    if (isOpen) return [{ topic, lines: [heading, ...lines] }]
    if (level > 1 && !contents.test(heading) && !found.some(({ isHeading }) => isHeading)) topic = heading
    return found.map((each) => ({ topic, lines: each.lines }))
  })
}

const isAboveOthers = (sections: readonly Section[], nth: number): boolean => (sections[nth + 1]?.level ?? 0) > (sections[nth]?.level ?? 0)

/** What stands before the first heading has level 0. */
function sectionsOf(text: string): readonly Section[] {
  const sections: { level: number; heading: string; lines: string[] }[] = [{ level: 0, heading: '', lines: [] }]
  for (const line of linesAndBlocks(text)) {
    const heading = readHeading(line)
    if (heading === undefined) sections.at(-1)?.lines.push(line)
    else sections.push({ level: heading.level, heading: heading.text, lines: [] })
  }
  return sections
}

const asks = (heading: string): boolean => isQuestionNumber(heading) || /\?[*_\s]*$/u.test(heading)

type Found = { readonly isHeading: boolean; readonly lines: string[] }

function inSection({ level, heading, lines }: Section, isTitle: boolean, isAbove: boolean): readonly Found[] {
  const firstOption = lines.findIndex(isOption)
  const numbers = lines.flatMap((line, at) => (readNumber(line) === undefined ? [] : [at]))
  const stem = readNumber(heading)?.text ?? heading
  if (firstOption === -1) {
    if (asks(heading) && !isAbove) return [{ isHeading: true, lines: [stem, ...lines] }]
    const isList = contents.test(heading) || readNumber(lines.find((line) => !isBlank(line)) ?? '') === undefined
    const open = numbers.flatMap((at) => readNumber(lines[at] ?? '')?.text ?? []).filter((text) => (!isList || /\?[*_\s]*$/u.test(text)) && !isBlank(text))
    return open.map((text) => ({ isHeading: false, lines: [text] }))
  }
  const withOptions = new Set(numbers.filter((at, nth) => lines.slice(at + 1, numbers[nth + 1]).some(isOption)))
  const [first = -1] = numbers
  const isNumbered = first !== -1 && first < firstOption && (withOptions.size > 1 || level === 0 || isTitle || (withOptions.has(first) && !asks(heading)))
  const isBare = level === 0 || (isTitle && lines.slice(0, firstOption).some((line) => !isBlank(line)))
  const start = isNumbered ? [] : [{ isHeading: !isBare, lines: [isBare ? '' : stem] }]
  return split(lines, start, withOptions, isNumbered ? readNumber(lines[first] ?? '')?.indent ?? 0 : 3)
}

function split(lines: readonly string[], start: readonly Found[], withOptions: ReadonlySet<number>, indent: number): readonly Found[] {
  const found = [...start]
  const isNumbered = start.length === 0
  /** The number of the question, and of the last line of a list within it. */
  let question = 0
  let listed = { indent: 0, number: 0 }
  let [hasOptions, isExplained] = [false, false]
  for (const [at, line] of lines.entries()) {
    const number = readNumber(line)
    const isInList = number !== undefined && listed.number > 0 && number.number === listed.number + 1 && number.indent === listed.indent
    const isLeftOut = isNumbered && !isInList && (!isExplained || (number?.number === question + 1 && isBlank(lines[at - 1] ?? '')))
    const isNext = number !== undefined && number.indent <= indent && (withOptions.has(at) ? isNumbered || hasOptions : isLeftOut)
    if (isNext || (hasOptions && beginsBare(lines, at))) {
      found.push({ isHeading: false, lines: [number?.text ?? line] })
      question = number?.number ?? question
      listed = { indent: 0, number: 0 }
      hasOptions = isExplained = false
    } else {
      found.at(-1)?.lines.push(line)
      if (number !== undefined) listed = number
      hasOptions ||= isOption(line)
      isExplained ||= hasOptions && readLabel(line) !== undefined
    }
  }
  return found
}
