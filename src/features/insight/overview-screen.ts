// How a channel does, on one screen.
import { fewest, type Insight, type Result } from '../../core/insight.ts'
import type { Source } from '../../core/question.ts'
import { passageButton } from '../../screens/passage.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'
import type { InsightPeriod } from './face.ts'
import { nothingCounts, periodNames, resultInWords, switches, voidedNote } from './insight-words.ts'

/** A topic that the team should read about. `source`: the section behind its most missed question. */
export type ReadNext = Result & { readonly title: string; readonly source: Source | undefined }

const weekdayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** @param voided closed questions that don't count */
export function overviewScreen(found: Insight, next: readonly ReadNext[], period: InsightPeriod, voided = 0): Screen {
  const blocks = found.rounds === 0 ? nothingYet(voided) : [facts(found), ...weekdays(found), ...reading(next), ...keptBack(found), ...voidedNote(voided)]
  return { name: 'insight', title: `How the team did: ${periodNames[period]}`, tone: 'plain', blocks: [...blocks, ...switches('overview', period)] }
}

function nothingYet(voided: number): readonly Block[] {
  return [{ kind: 'paragraph', text: [`${nothingCounts(voided, 'in that time')} Once one counts, you’ll see how many people take part, which topics are weak, and which questions are hard.`] }]
}

function facts({ rounds, answers, overall, isOverallPrivate }: Insight): Block {
  const none = isOverallPrivate ? 'not shown, to keep answers private' : `fewer than ${fewest} answers so far`
  const right = overall === null ? none : resultInWords(overall)
  return { kind: 'facts', facts: [{ label: 'Closed questions', value: [String(rounds)] }, { label: 'People per question', value: [oneDigit(answers / rounds)] }, { label: 'Answers', value: [right] }] }
}

function weekdays({ weekdays: days }: Insight): readonly Block[] {
  if (days.length < 2) return []
  const line = ({ day, rounds, people }: (typeof days)[number]): Text => [`${weekdayNames[day]}: `, strong(oneDigit(people)), ` (${rounds === 1 ? '1 question' : `${rounds} questions`})`]
  return [{ kind: 'heading', text: 'People per question, by weekday' }, { kind: 'list', items: days.map(line) }]
}

function reading(next: readonly ReadNext[]): readonly Block[] {
  if (next.length === 0) return []
  const buttons = next.flatMap(({ source }, index) => (source === undefined ? [] : [passageButton(source, `Read ${index + 1}`)]))
  return [
    { kind: 'heading', text: 'What to read next week' },
    { kind: 'list', items: next.map(({ title, ...result }, index): Text => [`${index + 1}. `, strong(title), ` · ${resultInWords(result)}`]) },
    ...(buttons.length === 0 ? [] : ([{ kind: 'buttons', buttons }] as const)),
  ]
}

function keptBack({ keptBack: count }: Insight): readonly Block[] {
  if (count === 0) return []
  return [{ kind: 'footnote', text: [`${count === 1 ? '1 question shows' : `${count} questions show`} no result, to keep answers private. Right answers, topics, and questions leave ${count === 1 ? 'it' : 'them'} out.`] }]
}

const oneDigit = (value: number) => (Math.round(value * 10) / 10).toString()
