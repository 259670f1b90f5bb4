// One's own study days and topics as pictures, below the numbers that they show.
import type { LocalDate } from '../../core/time.ts'
import { calendarPicture, topicBars } from '../../screens/pictures/blocks.ts'
import type { Screen } from '../../screens/screen.ts'
import { meControls } from './face.ts'
import type { TopicLine } from './lists-screen.ts'

/** In weeks: a quarter of a year. */
export const weeksShown = 12

/** More bars would be too small to read on a phone. */
const barsShown = 8

export type StudyDays = readonly { readonly date: LocalDate; readonly count: number }[]

/** @param topics the weakest first */
export function pictureScreen(days: StudyDays, topics: readonly TopicLine[]): Screen {
  const studied = days.filter(({ count }) => count > 0).length
  const answers = days.reduce((sum, { count }) => sum + count, 0)
  const tried = topics.filter(({ of }) => of > 0).slice(0, barsShown)
  return {
    name: 'my-picture',
    title: 'Your study days',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`You studied on ${studied} of the last ${days.length} days, with ${answers} ${answers === 1 ? 'answer' : 'answers'}.`] },
      calendarPicture(days),
      ...(tried.length === 0 ? [] : [topicBars(tried.map(({ title, right, of }) => ({ label: title, right, of })), 'Your topics, weakest first')]),
      { kind: 'buttons', buttons: [{ label: 'My progress', control: meControls.progress.text({}), primary: false }] },
    ],
  }
}
