// What matters first: the same buttons wherever somebody begins.
import { runControl } from './control.ts'
import { howToLookUpButton } from './lookup-control.ts'
import type { Block, Button } from './screen.ts'

const first: readonly (readonly [label: string, command: string])[] = [
  ['Today’s question', 'today'],
  ['Practice', 'practice'],
  ['Review', 'review'],
  ['Exam', 'exam'],
]

/** @param has whether there is such a command */
export function menuButtons(has: (command: string) => boolean): Block {
  const buttons = first.filter(([, command]) => has(command)).map(([label, line], at): Button => ({ label, control: runControl.text({ line }), primary: at === 0 }))
  return { kind: 'buttons', buttons: [...buttons, ...(has('lookup') ? [howToLookUpButton] : [])] }
}
