// The question of a round, while it is open.
import type { RecapView } from '../core/recap.ts'
import type { QuestionContent, QuestionWords } from '../core/question.ts'
import type { Feedback, MentionId, OptionId, QuestionId } from '../core/quiz.ts'
import { withoutCodeMarks } from '../core/code-marks.ts'
import { hash } from '../core/random.ts'
import type { Round, RoundId } from '../core/round.ts'
import { control, roundId, type Control, type Field } from './control.ts'
import { recapBlocks } from './recap.ts'
import type { Block, Choices, Screen } from './screen.ts'
import { moment, strong, type Text } from './text.ts'
import { written, writtenLine } from './written.ts'

/** A letter, or null if several options are chosen beside the control. */
const option: Field<OptionId | null> = {
  write: (value) => value ?? '*',
  read: (text) => (text === '*' ? null : /^[a-f]$/.test(text) ? text : undefined),
}

type Texts = Pick<QuestionWords, 'stem' | 'options'>

/**
 * What stands for a question in a button, as people read it there: a course may use the same id for other texts later. 8 hexadecimal digits.
 */
export function questionMark(question: QuestionId, texts: Texts | null): string {
  const said = texts === null ? [] : [texts.stem, ...texts.options.flatMap(({ id, text }) => [id, text])]
  return hash([question, ...said].join('\0')).toString(16).padStart(8, '0')
}

/** Whether a mark stands for the question with these texts, or, as buttons had it once, for the id alone. */
export const isMarkOf = (mark: string, { question, words }: { readonly question: QuestionId; readonly words: Texts | null }): boolean =>
  mark === questionMark(question, words) || mark === questionMark(question, null)

/** From {@link questionMark}; null on a button from before buttons said which question they are of. */
const mark: Field<string | null> = { write: (value) => value ?? '', read: (text) => (/^[0-9a-f]{8}$/u.test(text) ? text : null) }

const marked = control('answer', { round: roundId, option, asked: mark })

/**
 * Answers a round. The reply replaces a question that only the asker sees; a post for everyone stays as it is. `asked`: the question that
 * the post shows, which a ledger that was put back may not know.
 */
export const answerControl: Control<{ readonly round: RoundId; readonly option: OptionId | null; readonly asked?: string | null }> = {
  ...marked,
  text: (values) => marked.text({ asked: null, ...values }).replace(/:$/u, ''),
}

/** The options in the order of the round, each with the letter that it has there. */
export function lettered(
  round: Pick<Round, 'order'>,
  content: Pick<QuestionWords, 'options'>,
): { readonly id: OptionId; readonly letter: string; readonly text: Text }[] {
  return round.order.map((id, index) => ({
    id,
    letter: String.fromCharCode(65 + index),
    text: writtenLine(content.options.find((option) => option.id === id)?.text ?? 'This option is no longer in the course.'),
  }))
}

/** No question has more options. */
export const countInWords = (count: number): string => ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count)

/** What is asked, with how many options it takes where that is more than one. */
export function stemOf(round: Pick<Round, 'key'>, content: Pick<QuestionWords, 'stem'>): Text {
  const pick = round.key.length
  const stem = written(content.stem)
  return pick > 1 ? [...stem, ' ', strong(`Select ${countInWords(pick).toUpperCase()}.`)] : stem
}

/** What is asked, and the picture that belongs to it. */
export function stemBlocks(round: Pick<Round, 'key'>, content: Pick<QuestionWords, 'stem' | 'image'>): Block[] {
  const stem: Block = { kind: 'paragraph', text: stemOf(round, content) }
  if (content.image === undefined) return [stem]
  const { alt, ...image } = content.image
  return [stem, { kind: 'image', image: { kind: 'image', ...image }, alt: withoutCodeMarks(alt) }]
}

export type QuestionState = {
  /** What one person has chosen, on a screen for that person alone. */
  readonly chosen: readonly OptionId[]
  /** How many people have answered so far. */
  readonly answered: number
  /** How the question before this one went. */
  readonly recap?: RecapView | null
  /** Whom the question is for; pings them in a post. */
  readonly mention?: MentionId | null
}

export const unanswered: QuestionState = { chosen: [], answered: 0 }

/** For everyone in the channel, or for one person who has yet to answer. */
export function questionScreen(round: Round, content: QuestionContent, { chosen, answered, recap = null, mention = null }: QuestionState): Screen {
  const blocks: Block[] = [
    ...stemBlocks(round, content),
    choicesOf(round, content, chosen),
    { kind: 'footnote', text: [`${content.topicTitle} · open until `, moment(round.closesAt, round.zone), soFar(answered)] },
    { kind: 'footnote', text: [round.voided === true ? 'This question doesn’t count: it earns no points, but an answer keeps your streak going.' : feedbackLine(round.feedback)] },
  ]
  if (mention !== null) blocks.push({ kind: 'paragraph', text: [{ kind: 'mention', id: mention }] })
  const screen: Screen = { name: 'question', title: 'Question of the day', tone: 'plain', blocks, lead: stemOf(round, content) }
  return { ...screen, ...(recap === null ? {} : { above: recapBlocks(recap) }), ...(mention === null ? {} : { pings: mention }) }
}

function choicesOf({ id, key, order, question, words }: Round, content: QuestionContent, chosen: readonly OptionId[]): Choices {
  const asked = questionMark(question, words)
  const options = lettered({ order }, content).map((one) => ({ ...one, control: answerControl.text({ round: id, option: one.id, asked }) }))
  return { kind: 'choices', id, pick: key.length, options, several: answerControl.text({ round: id, option: null, asked }), chosen }
}

function soFar(answered: number): string {
  if (answered === 0) return ''
  return answered === 1 ? ' · 1 answer so far' : ` · ${answered} answers so far`
}

function feedbackLine(feedback: Feedback): string {
  switch (feedback) {
    case 'instant':
      return 'Your first answer counts. You’ll see right away whether it’s right.'
    case 'at-close':
      return 'You can change your answer until then. The result comes after it closes.'
  }
}
