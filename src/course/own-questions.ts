// Questions in the words of whoever wrote them, on their way into a course: what they are known by, and what they cite.
import { onOneLine } from '../core/code-marks.ts'
import { optionLetters, teamKey, type TeamText } from '../core/team-question.ts'
import { longest } from './check-team-question.ts'
import type { Course } from './course.ts'
import type { Extra } from './import/items.ts'

/** What a reason says where nobody gave one. */
export const noReason = 'It isn’t the answer.'

interface Own {
  readonly id: string
  readonly text: TeamText
  readonly extra?: Extra
}

/** Who wrote it seldom says how hard a question is, or whose duty it is about, and may leave out reasons. */
export function questionRow({ id, text, extra = {} }: Own, { parties }: Pick<Course, 'parties'>, cited: readonly string[]): object {
  const { stem, options, explanation, keyPoint } = text
  const { difficulty = 'medium', owner = parties.shared.id, form = 'which-action', note, facts = [] } = extra
  const lettered = options.map((option, at) => ({ ...option, letter: optionLetters[at] ?? '' }))
  return {
    id,
    difficulty,
    owner,
    form,
    stem,
    options: Object.fromEntries(lettered.map((option) => [option.letter, option.text])),
    key: [...teamKey(text)],
    explanation,
    whyNot: Object.fromEntries(lettered.flatMap(({ letter, right, why }) => (right ? [] : [[letter, why === '' ? noReason : why]]))),
    keyPoint: keyPoint === '' ? firstSentence(explanation) : keyPoint,
    ...(note === undefined ? {} : { note }),
    sources: [...cited],
    ...(facts.length === 0 ? {} : { facts: [...facts] }),
  }
}

/** What to remember of an explanation, where nobody says. */
export function firstSentence(explanation: string): string {
  const line = onOneLine(explanation)
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line
  return sentence.length <= longest.line ? sentence : `${sentence.slice(0, longest.line - 1).trimEnd()}…`
}

/** Each source under a heading of its own, without what Markdown or a citation would read as something else. */
export function headingsOf(sources: readonly string[]): ReadonlyMap<string, string> {
  const headings = new Map<string, string>()
  for (const source of sources) {
    const plain = source.replaceAll(' / ', ', ').replaceAll(/[^\p{L}\p{N}\p{M}\s.,:;()?!’“”'"&/+%@=-]/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
    const taken = new Set(headings.values())
    headings.set(source, freeName(plain === '' ? 'Source' : plain, (heading) => taken.has(heading)))
  }
  return headings
}

export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? wanted : `${wanted}-${nth}`
    if (!isTaken(name)) return name
  }
}
