// Whether the course says something else about a question than a round has asked.
import type { QuestionWords } from './question.ts'
import type { OptionId } from './quiz.ts'

/** `reworded`: the same answer in other words. `new-key`: other options are right now. `removed`: the course no longer has it. */
export type QuestionChange = 'none' | 'reworded' | 'new-key' | 'removed'

export type Wording = { readonly words: QuestionWords; readonly key: readonly OptionId[] }

/** @param now the question as the course has it now; undefined if it was removed */
export function changeOf(asked: Wording, now: Wording | undefined): QuestionChange {
  if (now === undefined) return 'removed'
  if (asked.key.toSorted().join() !== now.key.toSorted().join()) return 'new-key'
  return essenceOf(asked.words) === essenceOf(now.words) ? 'none' : 'reworded'
}

/** The key of today if the question has the same options as it had, and as many right ones, but others; undefined otherwise. */
export function newKeyOf(asked: Wording, now: Wording): readonly OptionId[] | undefined {
  const options = ({ words }: Wording) => JSON.stringify(words.options.map(({ id, text }) => [id, text]).toSorted())
  const isSame = options(asked) === options(now) && asked.key.length === now.key.length
  return isSame && asked.key.toSorted().join() !== now.key.toSorted().join() ? now.key : undefined
}

/** Leaves out the title of the topic and what the cited passages are called: another name for them changes no question. */
function essenceOf({ stem, options, explanation, whyNot, keyPoint, note, image }: QuestionWords): string {
  const texts = options.map(({ id, text }) => `${id} ${text}`).toSorted()
  return JSON.stringify([stem, texts, explanation, Object.entries(whyNot).toSorted(), keyPoint, note, image?.hash, image?.alt])
}
