// Something to put under a label in one breath, and the answer to it: a duty and whose job it is, a control and its category.
import type { DrillWords } from '../core/drill.ts'
import { isTaskRight, type Session, type Step, type Task } from '../core/session.ts'
import type { Block, Button } from './screen.ts'
import type { SessionControls } from './session-controls.ts'
import { strong, type Text } from './text.ts'
import { emphasized, written, writtenLine } from './written.ts'

export const dutyTitle = ({ kind }: Pick<DrillWords, 'kind'>): string => (kind === 'control' ? 'Which category?' : 'Whose job is it?')

/** A button for each label. */
export function labelButtons({ answer }: Pick<SessionControls, 'answer'>, { id, position }: Pick<Session, 'id' | 'position'>, { labels }: Pick<DrillWords, 'labels'>): Block {
  return { kind: 'buttons', buttons: labels.map((label): Button => ({ label: label.name, control: answer.text({ session: id, position, choice: label.id }), primary: false })) }
}

export const dutyText = ({ what, partOf }: DrillWords): Text => [...emphasized(writtenLine(what)), ...(partOf === null ? [] : [` · ${partOf}`])]

export const labelName = ({ labels }: Pick<DrillWords, 'labels'>, id: string | undefined): string => labels.find((label) => label.id === id)?.name ?? ''

/** What was said, and what is right. */
export function labeledLine({ key }: Pick<Task, 'key'>, chosen: readonly string[], words: Pick<DrillWords, 'labels'>): Text {
  const answer = strong(labelName(words, key[0]))
  return isTaskRight({ key }, chosen) ? ['Your answer: ', answer] : ['Your answer: ', labelName(words, chosen[0]), '\nThe right answer: ', answer]
}

/** The duty with the answer and its reason. */
export function dutyExplained(task: Task, { chosen }: Pick<Step, 'chosen'>, words: DrillWords): readonly Block[] {
  return [
    { kind: 'paragraph', text: dutyText(words) },
    { kind: 'paragraph', text: labeledLine(task, chosen, words) },
    ...words.why.filter(({ party }) => party === null).map(({ text }): Block => ({ kind: 'paragraph', text: written(text) })),
    ...halves(words),
    ...(words.note === null ? [] : ([{ kind: 'paragraph', text: [strong('Note: '), ...written(words.note)] }] as const)),
  ]
}

function halves({ why }: DrillWords): readonly Block[] {
  const facts = why.flatMap(({ party, text }) => (party === null ? [] : [{ label: party, value: written(text) }]))
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}
