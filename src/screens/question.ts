// The question of a round, while it is open.
import type { Feedback, OptionId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import type { Block, Screen } from './screen.ts'
import { moment, strong, type Text } from './text.ts'

/** What the course says of a question; the bot finds it by the id in the round. */
export type QuestionContent = {
  readonly topicTitle: string
  readonly stem: string
  readonly options: readonly { readonly id: OptionId; readonly text: string }[]
  readonly explanation: string
  /** For every option that is not right. */
  readonly whyNot: Readonly<Partial<Record<OptionId, string>>>
  readonly keyPoint: string
  readonly note: string | null
  readonly sources: readonly Source[]
  /** Stands under the open question and is about something else. */
  readonly tip: string | null
}

export type Source = { readonly document: string; readonly title: string; readonly section: string }

/** The options in the order of the round, each with the letter that it has there. */
export function lettered(
  round: Pick<Round, 'order'>,
  content: QuestionContent,
): { readonly id: OptionId; readonly letter: string; readonly text: string }[] {
  return round.order.map((id, index) => ({
    id,
    letter: String.fromCharCode(65 + index),
    text: content.options.find((option) => option.id === id)?.text ?? 'This option is no longer in the course.',
  }))
}

/** No question has more options. */
export const countInWords = (count: number): string => ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count)

/** What is asked, with how many options it takes where that is more than one. */
export function stemOf(round: Pick<Round, 'key'>, content: QuestionContent): Text {
  const pick = round.key.length
  return pick > 1 ? [content.stem, ' ', strong(`Select ${countInWords(pick).toUpperCase()}.`)] : [content.stem]
}

/**
 * For everyone in the channel.
 *
 * @param chosen what one person has chosen, on a screen for that person alone
 * @param answered how many people have answered so far
 */
export function questionScreen(round: Round, content: QuestionContent, chosen: readonly OptionId[] = [], answered = 0): Screen {
  const pick = round.key.length
  const blocks: Block[] = [
    { kind: 'paragraph', text: stemOf(round, content) },
    { kind: 'choices', round: round.id, pick, options: lettered(round, content), chosen },
    { kind: 'footnote', text: [`${content.topicTitle} · open until `, moment(round.closesAt, round.zone), soFar(answered)] },
    { kind: 'footnote', text: [feedbackLine(round.feedback)] },
  ]
  if (content.tip !== null) blocks.push({ kind: 'footnote', text: [content.tip] })
  return { name: 'question', title: 'Question of the day', tone: 'plain', blocks }
}

function soFar(answered: number): string {
  if (answered === 0) return ''
  return answered === 1 ? ' · 1 answer so far' : ` · ${answered} answers so far`
}

function feedbackLine(feedback: Feedback): string {
  switch (feedback) {
    case 'instant':
      return 'Your first answer counts. Only you see whether it was right, and why.'
    case 'at-close':
      return 'You can change your answer until the round closes. The explanation comes then.'
  }
}

/** More would be longer than what they support. */
const sourcesShown = 5

/** `Read it in Responsibilities by service (002): “AWS Lambda”`; sections of one document stand together. */
export function sourcesLine(sources: readonly Source[]): Text {
  const shown = sources.slice(0, sourcesShown)
  const documents = [...new Set(shown.map(({ document }) => document))]
  const places = documents.map((id) => {
    const inIt = shown.filter(({ document }) => document === id)
    const sections = [...new Set(inIt.map(({ section }) => `“${section}”`))]
    return `${inIt[0]?.title ?? ''} (${id}): ${sections.join(', ')}`
  })
  if (sources.length > shown.length) places.push(`and ${sources.length - shown.length} more`)
  return [sources.length === 0 ? 'No source is named.' : `Read it in ${places.join(' · ')}`]
}
