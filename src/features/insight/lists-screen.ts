// Topics and questions of a channel in order of how well the team knows them.
import { isSuspicious, type Discrimination } from '../../core/discrimination.ts'
import type { Result } from '../../core/insight.ts'
import type { Source } from '../../core/question.ts'
import { pageOf, type Page } from '../../screens/page.ts'
import { passageButton } from '../../screens/passage.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'
import type { InsightPeriod } from './face.ts'
import { emptyList, leftOut, periodNames, questionNames, resultInWords, switches, topicNames, turnsOf, type Missing } from './insight-words.ts'
import { excerpt } from '../../screens/written.ts'

export type TopicLine = Result & { readonly title: string }

export type QuestionLine = Result & {
  readonly stem: string
  readonly topicTitle: string
  /** The wrong choice that most people made. */
  readonly lure: { readonly text: string; readonly people: number } | null
  /** Undefined where too few people answered. */
  readonly discrimination: Discrimination | undefined
  readonly source: Source | undefined
}

const topicsShown = 7
/** Each takes up to nine lines on a phone. */
export const questionsShown = 2
const [longestStem, longestOption] = [90, 60]

export function topicsScreen(topics: readonly TopicLine[], left: Missing, period: InsightPeriod, page: number): Screen {
  const { shown, first, missing, ...rest } = pageOf(topics, { size: topicsShown, page })
  const line = ({ title, ...result }: TopicLine, index: number): Text => [`${first + index + 1}. `, strong(title), ` · ${resultInWords(result)}`]
  const list: readonly Block[] = topics.length === 0 ? emptyList(topicNames, left) : [{ kind: 'list', items: shown.map(line) }, ...leftOut(topicNames, left)]
  return {
    name: 'insight-topics',
    title: `Topics, weakest first: ${periodNames[period]}`,
    tone: 'plain',
    blocks: [...missing, ...list, ...turnsOf('topics', period, rest), ...switches('topics', period)],
  }
}

export function questionsScreen(view: 'hardest' | 'easiest', { shown, first, missing, ...rest }: Page<QuestionLine>, left: Missing, period: InsightPeriod): Screen {
  const read = shown.flatMap(({ source }, index) => (source === undefined ? [] : [passageButton(source, `Read ${first + index + 1}`)]))
  return {
    name: 'insight-questions',
    title: `${view === 'hardest' ? 'Hardest' : 'Easiest'} questions: ${periodNames[period]}`,
    tone: 'plain',
    blocks: [
      ...missing,
      ...(shown.length === 0 ? emptyList(questionNames, left) : shown.map((line, index): Block => ({ kind: 'paragraph', text: inWords(line, first + index + 1) }))),
      ...(read.length === 0 ? [] : ([{ kind: 'buttons', buttons: read }] as const)),
      ...(shown.length === 0 ? [] : leftOut(questionNames, left)),
      ...turnsOf(view, period, rest),
      ...switches(view, period),
    ],
  }
}

function inWords({ stem, topicTitle, lure, discrimination, ...result }: QuestionLine, number: number): Text {
  const chosen: Text = lure === null ? [] : [`\n${lure.people} chose “`, ...excerpt(lure.text, longestOption), '”']
  return [strong(`${number}. `), ...excerpt(stem, longestStem), `\n${topicTitle}\n`, strong(resultInWords(result)), ...chosen, ...secondLook(discrimination)]
}

function secondLook(found: Discrimination | undefined): Text {
  if (found === undefined || !isSuspicious(found)) return []
  const why = found.rival === null ? 'people who know more aren’t right more often here' : 'most people who know more chose another answer'
  return [`\n⚠️ Check this question: ${why} (${found.people} people).`]
}
