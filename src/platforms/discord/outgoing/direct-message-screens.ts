// What people see who write a letter to the bot in a direct message.
import { runControl } from '../../../screens/control.ts'
import type { Screen } from '../../../screens/screen.ts'

/**
 * For somebody who answers with a letter. It doesn't say which message it is about: several sessions can stand above it, each with options
 * in an order of its own, and a first answer counts.
 */
export function pressInstead(): Screen {
  const run = (label: string, line: string) => ({ label, control: runControl.text({ line }), primary: false })
  return {
    name: 'notice',
    title: 'To answer, press a button under the question',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['I don’t take letters here: more than one question may be open. These buttons show yours again:'] },
      { kind: 'buttons', buttons: [run('Practice', 'practice'), run('Review', 'review'), run('Exam', 'exam')] },
    ],
  }
}
