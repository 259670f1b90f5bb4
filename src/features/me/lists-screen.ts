// Topic by topic, and what somebody got wrong: a page at a time.
import type { TopicProgress } from '../../core/overview.ts'
import type { Source } from '../../core/question.ts'
import type { Instant, Zone } from '../../core/time.ts'
import { runControl } from '../../screens/control.ts'
import { missedAtOnce, missedButton } from '../../screens/missed-control.ts'
import { notice } from '../../screens/notice.ts'
import { pageOf, turnButtons, type Page } from '../../screens/page.ts'
import { passageButton } from '../../screens/passage.ts'
import { buttonRows } from '../../screens/pick-list.ts'
import { practiceButton } from '../../screens/practice-topics.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { meControls } from './face.ts'
import { excerpt } from '../../screens/written.ts'

const topicsShown = 8
const mistakesShown = 3
/** Two lines on a phone say which question it was. */
const longestStem = 100

export type TopicLine = TopicProgress & { readonly title: string }
/** `about`: its topic, or what it belongs to. `isQuestion`: a practice can ask it; anything else comes up in reviews. */
export type MistakeLine = { readonly text: string; readonly about: string; readonly at: Instant; readonly source: Source | undefined; readonly isQuestion: boolean }

const back: Button = { label: 'My progress', control: meControls.progress.text({}), primary: false }

const pageNote = ({ at, pages }: Pick<Page<unknown>, 'at' | 'pages'>) => (pages > 1 ? `Page ${at + 1} of ${pages}. ` : '')

/** @param topics the weakest first */
export function topicsScreen(topics: readonly TopicLine[], page: number): Screen {
  const { shown, first, missing, ...rest } = pageOf(topics, { size: topicsShown, page })
  const line = ({ title, right, of }: TopicLine, index: number): Text => [`${first + index + 1}. `, strong(title), ` · ${of === 0 ? 'no answers yet' : `${right} of ${of} right`}`]
  const picks = shown.map(({ topic }, index) => practiceButton(`Practice ${first + index + 1}`, [topic]))
  return {
    name: 'my-topics',
    title: 'Your topics, weakest first',
    tone: 'plain',
    blocks: [
      ...missing,
      { kind: 'list', items: shown.map(line) },
      ...buttonRows(picks),
      { kind: 'buttons', buttons: [...turnButtons(rest, (to) => meControls.topics.text({ page: to })), back] },
      { kind: 'footnote', text: [pageNote(rest), 'Only your first answer to each question counts here.'] },
    ],
  }
}

/** A review asks everything, also duties and the findings of cases. */
const reviewButton = (mistakes: number): Button => ({ label: mistakes > missedAtOnce ? `Review the latest ${missedAtOnce}` : 'Review these', control: runControl.text({ line: 'review mistakes' }), primary: true })

/** @param mistakes the latest first */
export function mistakesScreen(mistakes: readonly MistakeLine[], zone: Zone, page: number): Screen {
  if (mistakes.length === 0) return notice('No mistakes right now', [['What you last got wrong is listed here, a channel’s question once it closes. There’s nothing right now. For new questions: ', command('practice')]], [back])
  const { shown, first, missing, ...rest } = pageOf(mistakes, { size: mistakesShown, page })
  const line = ({ text, about, at }: MistakeLine, index: number): Text => [strong(`${first + index + 1}. `), ...excerpt(text, longestStem), `\n${about} · `, moment(at, zone, 'date')]
  const read = shown.flatMap(({ source }, index) => (source === undefined ? [] : [passageButton(source, `Read ${first + index + 1}`)]))
  const blocks: Block[] = [
    ...missing,
    ...shown.map((each, index): Block => ({ kind: 'paragraph', text: line(each, index) })),
    ...(read.length === 0 ? [] : ([{ kind: 'buttons', buttons: read }] as const)),
    { kind: 'buttons', buttons: [mistakes.every(({ isQuestion }) => isQuestion) ? missedButton(mistakes.length) : reviewButton(mistakes.length), ...turnButtons(rest, (to) => meControls.mistakes.text({ page: to })), back] },
    { kind: 'footnote', text: [pageNote(rest), `${mistakes.length > missedAtOnce ? `${mistakes.length} in all. ` : ''}Each leaves this list once you get it right.`] },
  ]
  return { name: 'my-mistakes', title: 'Your mistakes, latest first', tone: 'plain', blocks }
}
