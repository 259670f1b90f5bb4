// One person's study days and topics, as pictures below their numbers.
import type { Overview } from '../../core/overview.ts'
import { calendarPicture, topicBars } from '../../screens/pictures/blocks.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { strong } from '../../screens/text.ts'
import { meControls } from './face.ts'
import type { TopicLine } from './lists-screen.ts'

/** More bars than these are small on a phone. */
const topicsDrawn = 8

/** @param topics the weakest first */
export function picturesScreen(days: Overview['days'], topics: readonly TopicLine[]): Screen {
  const studied = days.filter(({ count }) => count > 0).length
  const answers = days.reduce((sum, { count }) => sum + count, 0)
  const drawn = topics.filter(({ of }) => of > 0).slice(0, topicsDrawn)
  const bars: Block[] = drawn.length === 0 ? [] : [
    { kind: 'list', items: drawn.map(({ title, right, of }) => [strong(title), ` · ${right} of ${of} right`]) },
    topicBars(drawn.map(({ title, right, of }) => ({ label: title, right, of })), 'Your weakest topics'),
  ]
  return {
    name: 'my-pictures',
    title: 'Your last 12 weeks',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['You studied on ', strong(`${studied} of ${days.length} days`), `: ${answers === 1 ? '1 answer' : `${answers} answers`}.`] },
      calendarPicture(days),
      ...bars,
      { kind: 'buttons', buttons: [{ label: 'My progress', control: meControls.progress.text({}), primary: false }, { label: 'By topic', control: meControls.topics.text({ page: 0 }), primary: false }] },
    ],
  }
}
