// A finding of a guided case: asked, and explained by the smallest right change.
import type { FindingWords } from '../core/case.ts'
import type { Step, Task } from '../core/session.ts'
import { labeledLine } from './duty.ts'
import type { Block } from './screen.ts'
import { strong } from './text.ts'

const shortEnough = 160

/** The first sentences of a situation. */
export function inShort(situation: string): string {
  if (situation.length <= shortEnough) return situation
  const sentences = situation.split(/(?<=[.!?])\s+/u)
  const fitting = sentences.filter((_, at) => sentences.slice(0, at + 1).join(' ').length <= shortEnough)
  return fitting.length > 0 ? fitting.join(' ') : `${situation.slice(0, shortEnough - 1).trimEnd()}…`
}

/** @param label in front of the finding, such as its number */
export function findingBlocks(label: string, { finding, question }: FindingWords): readonly Block[] {
  return [
    { kind: 'paragraph', text: [strong(`${label}: `), finding] },
    { kind: 'paragraph', text: [question ?? 'Whose job is it, and what would you change?'] },
  ]
}

export function findingExplained(task: Task, { chosen }: Pick<Step, 'chosen'>, words: FindingWords): readonly Block[] {
  return [
    { kind: 'paragraph', text: [words.finding] },
    { kind: 'paragraph', text: labeledLine(task, chosen, words) },
    { kind: 'paragraph', text: [strong('What to change: '), words.change] },
    { kind: 'paragraph', text: [words.reasoning] },
  ]
}
