// What is asked about a section, without giving an answer away: how many questions cite it, and topics to practice.
import { shortLabels } from '../../screens/short-labels.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { strong } from '../../screens/text.ts'

export type AskedAbout = { readonly topic: string; readonly title: string; readonly questions: number }

/** With a button each. */
const topicsShown = 4

/** @param topics those with the most questions first */
export function askedScreen(heading: string, topics: readonly AskedAbout[]): Screen {
  const all = topics.reduce((sum, { questions }) => sum + questions, 0)
  if (all === 0) return { ...notice('No questions here', [[`No question cites “${heading}”. It’s background for the rest of the document.`]]), name: 'asked' }
  const shown = topics.slice(0, topicsShown)
  const labels = shortLabels(shown.map(({ title }) => `Practice ${title}`))
  const buttons = shown.map(({ topic }, at) => ({
    label: labels[at] ?? '',
    control: runControl.text({ line: `practice topics=${topic}` }),
    primary: false,
  }))
  return {
    name: 'asked',
    title: `Questions about “${heading}”`,
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [all === 1 ? 'One question cites this section.' : `${all} questions cite this section.`] },
      { kind: 'list', items: topics.map(({ title, questions }) => [strong(title), `: ${questions}`]) },
      { kind: 'buttons', buttons },
    ],
  }
}
