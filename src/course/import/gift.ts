// GIFT: `::title:: stem { =right #why ~wrong #why ####general }`. https://docs.moodle.org/en/GIFT_format
// Each question is read by itself: one that is broken says so, and the others are still there.
import { item, labeled, unreadable, textOnly, type Item } from './items.ts'
import { splitParts } from './parts-of-text.ts'
import { hasPicture, htmlToText, tidy } from './plain-text.ts'

export const looksLikeGift = (text: string): boolean => text.includes('}') && /(?<!\\)\{\s*(?:[=~#%]|T|F)/u.test(text) && !/^- \[[ xX]\]/mu.test(text)

/** Far more than can be asked. */
const mostOptions = 100

/** An empty line ends a question, and so does a line that ends its answers, where more answers follow. */
export function readGift(text: string): readonly Item[] {
  const lines = text.split('\n').filter((line) => !/^\s*\/\//u.test(line))
  let topic = ''
  return lines.join('\n').split(/\n[ \t]*\n+/u).flatMap(questionsIn).flatMap((block) => {
    topic = lastPart(/^\s*\$CATEGORY:(.*)$/mu.exec(block)?.[1]) ?? topic
    const rest = block.replaceAll(/^\s*\$CATEGORY:.*$/gmu, '').trim()
    return rest === '' ? [] : [labeled(readOne(rest), { name: plain(title.exec(rest)?.[1] ?? ''), topic })]
  })
}

/** Of a block without empty lines: each up to the line on which its answers end; the last one with all that follows it. */
function questionsIn(block: string): readonly string[] {
  const braces = [...block.matchAll(/[{}]/gu)].filter(({ index }) => !isEscaped(block, index))
  const ends = braces.filter(({ 0: sign, index }, nth) => sign === '}' && braces.slice(nth + 1).some((later) => later[0] === '{') && /^[ \t]*\n/u.test(block.slice(index + 1, index + 200)))
  const cuts = [0, ...ends.map(({ index }) => index + 1), block.length]
  return cuts.slice(1).map((cut, nth) => block.slice(cuts[nth], cut))
}

/** Of a path such as `$course$/Networks/Subnets`. */
export const lastPart = (path: string | undefined): string | undefined => path?.split(/(?<!\/)\/(?!\/)/u).map((part) => part.trim()).findLast((part) => part !== '' && !/^\$\w+\$$|^top$/u.test(part))

const title = /^::((?:\\.|[^\\])*?)(?<!\\)::/u

function readOne(block: string): Item {
  const text = block.trim().replace(title, '').trim()
  const bad = (problem: string) => unreadable(plain(text), problem)
  const from = at(text, /\{/gu)
  const to = from === -1 ? -1 : at(text, /\}/gu, from)
  if (from === -1 || to === -1) return bad('Its answers aren’t between { and }.')
  if (at(text, /\{/gu, to) !== -1) return bad('It has several answers between { and }. Put an empty line between questions.')
  const [before, inside, after] = [text.slice(0, from), text.slice(from + 1, to).trim(), text.slice(to + 1).trim()]
  if (hasPicture(text)) return bad(textOnly)
  const stem = plain(after === '' ? before : `${before} ____ ${after}`)
  const [answers = '', general = ''] = split(inside, /####/gu)
  const truth = /^(T|TRUE|F|FALSE)(?=\s*(?:#|$))/iu.exec(answers.trim())?.[1]
  if (truth !== undefined) {
    const isTrue = truth.toUpperCase().startsWith('T')
    const reasons = split(answers, /#/gu).slice(1).map((text) => plain(text)).filter(Boolean).join(' ')
    return item({ stem, options: [{ text: 'True', right: isTrue }, { text: 'False', right: !isTrue }], ...afterwards(general, reasons) })
  }
  if (answers.trim().startsWith('#')) return bad('It asks for a number. The bot can only offer options to choose.')
  if (at(answers, /->/gu) !== -1) return bad('It asks to match pairs. The bot can only offer options to choose.')
  if (answers.split(/[=~]/u, mostOptions + 2).length > mostOptions + 1) return bad('It has too many options.')
  const options = optionsIn(answers)
  if (!options.some(({ right }) => !right)) return bad('It has no wrong options to choose from.')
  return item({ stem, options, ...afterwards(general, options.filter(({ right, why }) => right && why !== '').map(({ why }) => why).join(' ')) })
}

/** What is said after the answer: to everybody, or else to those who are right. */
function afterwards(general: string, ofRight: string): ReturnType<typeof splitParts> {
  const parts = splitParts(plain(general))
  return parts.explanation === '' ? { ...parts, explanation: ofRight } : parts
}

/** `=` is right, `~` is wrong, and `~%50%` is right together with others. */
function optionsIn(answers: string): readonly { readonly text: string; readonly right: boolean; readonly why: string }[] {
  const addresses = [...answers.matchAll(/https?\\?:\/\/[^\s?~#]{1,500}\?[^\s~#]{1,500}/gu)].map(({ 0: whole, index }) => ({ from: index + whole.indexOf('?'), to: index + whole.length }))
  const starts = [...answers.matchAll(/[=~]/gu)].map(({ index }) => index).filter((index) => !isEscaped(answers, index) && !addresses.some(({ from, to }) => from < index && index < to))
  const read = starts.map((start, nth) => {
    const [text = '', why = ''] = split(answers.slice(start + 1, starts[nth + 1]), /#/gu)
    const weight = /^\s*%(-?[\d.]+)%/u.exec(text)?.[1]
    return { text: plain(text.replace(/^\s*%-?[\d.]+%/u, '')), weight: weight === undefined ? (answers[start] === '=' ? 100 : 0) : Number(weight), why: plain(why) }
  })
  // Beside one that is worth everything, the others only get a part of the points.
  const least = read.some(({ weight }) => weight >= 100) ? 100 : 0.001
  return read.map(({ text, weight, why }) => ({ text, right: weight >= least, why }))
}

/** By a backslash that isn't one itself. */
const isEscaped = (text: string, at: number): boolean => (/\\+$/u.exec(text.slice(Math.max(0, at - 50), at))?.[0].length ?? 0) % 2 === 1

/** Where a sign stands that is not escaped; -1 if nowhere. */
function at(text: string, sign: RegExp, from = 0): number {
  const found = [...text.matchAll(sign)].find(({ index }) => index >= from && !isEscaped(text, index))
  return found?.index ?? -1
}

function split(text: string, sign: RegExp): readonly string[] {
  const cuts = [...text.matchAll(sign)].filter(({ index }) => !isEscaped(text, index))
  return [...cuts, undefined].map((cut, nth) => {
    const before = cuts[nth - 1]
    return text.slice(before === undefined ? 0 : before.index + before[0].length, cut?.index)
  })
}

/** Without the name of its format, escapes and tags. */
function plain(text: string): string {
  const written = text.replace(/^\s*\[(?:html|moodle|plain|markdown)\]/iu, '')
  // The lines of the file are no lines of the text, but for a block of code in Markdown.
  const flowing = /^\s*(?:`{3}|~{3})/mu.test(written) ? written : written.replace(/\s*\n\s*/gu, ' ')
  const words = flowing.replace(/\\([~=#{}:\\n])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign))
  return /<[a-z/]/iu.test(words) || /&[#\w]+;/u.test(words) ? htmlToText(words) : tidy(words)
}
