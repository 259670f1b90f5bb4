// The button that starts a practice of certain topics.
import type { TopicId } from '../core/quiz.ts'
import { controlLimit, runControl } from './control.ts'
import type { Button } from './screen.ts'

/** As many of the topics as a button can hold. */
export function practiceButton(label: string, topics: readonly TopicId[]): Button {
  const lines = topics.map((_, at) => `practice ${topics.slice(0, at + 1).join(',')}`)
  const line = lines.findLast((each) => runControl.text({ line: each }).length < controlLimit) ?? 'practice'
  return { label, control: runControl.text({ line }), primary: false }
}
