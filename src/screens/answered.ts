// What somebody chose, and what the answer is.
import type { QuestionWords } from '../core/question.ts'
import type { OptionId } from '../core/quiz.ts'
import { lettered } from './question.ts'
import { joined, type Text } from './text.ts'
import { emphasized } from './written.ts'

/** A question as it was asked: its options in the order that was shown, and which are right. */
type Asked = { readonly order: readonly OptionId[]; readonly key: readonly OptionId[] }

/** What was chosen, and the right option if that is another. */
export function answerLine(asked: Asked, content: Pick<QuestionWords, 'options'>, { chosen, right }: { readonly chosen: readonly OptionId[]; readonly right: boolean }): Text {
  if (right) return ['You answered ', ...emphasized(named(asked, content, chosen))]
  return ['You answered ', ...named(asked, content, chosen), '\nThe answer is ', ...emphasized(named(asked, content, asked.key))]
}

/** `A: Give the function fewer rights`; several with a dot between. */
export function named({ order }: Pick<Asked, 'order'>, content: Pick<QuestionWords, 'options'>, ids: readonly OptionId[]): Text {
  const options = lettered({ order }, content).filter(({ id }) => ids.includes(id))
  return options.flatMap(({ letter, text }, at) => joined([`${at === 0 ? '' : ' · '}${letter}: `, ...text]))
}
