// What to do next: one thing, with its button.
import { levelOf, type Overview } from '../../core/overview.ts'
import { runControl } from '../../screens/control.ts'
import { practiceButton } from '../../screens/practice-topics.ts'
import type { Button } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'

export type NextStep = { readonly text: Text; readonly button: Button }

type Situation = Pick<Overview, 'topics'> & {
  /** What a review would bring up. */
  readonly due: number
  /** The daily question is open, and they haven't answered it. */
  readonly unanswered: boolean
  readonly titleOf: (topic: string) => string
  /** Whether there is such a command. */
  readonly has: (command: string) => boolean
}

/** From this level on, nothing is weak enough to be worth naming. */
const known = 0.8

const run = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: true })
const next = (text: string, button: Button): NextStep => ({ text: [strong('Next: '), text], button: { ...button, primary: true } })

export function nextStep({ due, unanswered, topics, titleOf, has }: Situation): NextStep {
  if (due > 0) return next(dueLine(due), has('review') ? run('Review', 'review') : run('Practice', 'practice'))
  if (unanswered) return next('answer today’s question. It’s still open.', run('Answer', 'today'))
  const [weakest] = topics
  if (weakest === undefined || (has('exam') && levelOf(weakest) >= known)) return next('take a practice exam. No topic is weak right now.', run('Take an exam', 'exam'))
  const line = weakest.of === 0 ? 'start with a topic you haven’t answered questions on' : 'practice your weakest topic'
  return next(`${line}, “${titleOf(weakest.topic)}”.`, practiceButton('Practice', [weakest.topic]))
}

const dueLine = (due: number) => (due === 1 ? 'go over the one thing that’s due for review.' : `go over the ${due} things that are due for review.`)
