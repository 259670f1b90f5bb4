// A flashcard of a private session: its front, and behind a button its back, for people to say how well they knew it.
import type { CardWords } from '../core/card.ts'
import type { Session } from '../core/session.ts'
import { grades, type Grade } from '../core/study-item.ts'
import type { Control } from './control.ts'
import type { Block, Button } from './screen.ts'
import type { SessionControls } from './session-controls.ts'
import { emphasized, written } from './written.ts'

type At = Pick<Session, 'id' | 'position'>

/** @param more stands in the same row */
export function frontBlocks(flip: Control<{ readonly session: string; readonly position: number }>, { id, position }: At, { front }: CardWords, more: readonly Button[]): readonly Block[] {
  const show: Button = { label: 'Show the answer', control: flip.text({ session: id, position }), primary: true }
  return [{ kind: 'paragraph', text: emphasized(written(front)) }, { kind: 'buttons', buttons: [show, ...more] }]
}

const labels: Readonly<Record<Grade, string>> = { again: 'Again', hard: 'Hard', good: 'Good' }

/** Both sides, and the three grades. */
export function backBlocks(controls: SessionControls, { id, position }: At, { front, back }: CardWords): readonly Block[] {
  const buttons = grades.map((grade): Button => ({ label: labels[grade], control: controls.answer.text({ session: id, position, choice: grade }), primary: false }))
  return [
    { kind: 'paragraph', text: emphasized(written(front)) },
    { kind: 'paragraph', text: written(back) },
    { kind: 'buttons', buttons },
    { kind: 'footnote', text: ['Again if you’d forgotten it, Hard if it took effort, Good if you knew it.'] },
  ]
}

/** For a card that is no longer the one that was drawn. */
export const changedCard: Block = {
  kind: 'paragraph',
  text: ['This card has changed since you started, so it no longer counts. Go on to the next one.'],
}
