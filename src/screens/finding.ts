// A finding of a guided case: asked, and explained by the smallest right change.
import type { FindingWords } from '../core/case.ts'
import type { Step, Task } from '../core/session.ts'
import { labeledLine } from './duty.ts'
import type { Block } from './screen.ts'
import { strong, type Text } from './text.ts'
import { excerpt, written, writtenLine } from './written.ts'

const shortEnough = 160

/** The first sentences of a situation; none that holds code, which a sentence may not end in. */
export function inShort(situation: string): Text {
  if (situation.length <= shortEnough) return writtenLine(situation)
  const [words = ''] = situation.split(/`|~~~/u)
  const sentences = words.split(/(?<=[.!?])\s+/u)
  const fitting = sentences.filter((sentence, at) => /[.!?]$/u.test(sentence) && sentences.slice(0, at + 1).join(' ').length <= shortEnough)
  return fitting.length > 0 ? [fitting.join(' ')] : excerpt(situation, shortEnough)
}

/** @param label in front of the finding, such as its number */
export function findingBlocks(label: string, { finding, question }: FindingWords): readonly Block[] {
  return [
    { kind: 'paragraph', text: [strong(`${label}: `), ...written(finding)] },
    { kind: 'paragraph', text: written(question ?? 'Whose job is it, and what would you change?') },
  ]
}

export function findingExplained(task: Task, { chosen }: Pick<Step, 'chosen'>, words: FindingWords): readonly Block[] {
  return [
    { kind: 'paragraph', text: written(words.finding) },
    { kind: 'paragraph', text: labeledLine(task, chosen, words) },
    { kind: 'paragraph', text: [strong('What to change: '), ...written(words.change)] },
    { kind: 'paragraph', text: written(words.reasoning) },
  ]
}
