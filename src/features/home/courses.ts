// Which course somebody means where no channel says it, and what they see if a course isn't there.
import { chooseCourseControl, controlLimit, runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import { shortLabels } from '../../screens/short-labels.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'

/** As many as fit a phone. */
const mostOffered = 6

export type CourseChoice = { readonly number: number; readonly course: { readonly id: string; readonly title: string } }

/** Each button goes on with what was asked for. @param line the command as it would be typed */
export function chooseCourse(all: readonly CourseChoice[], line: string): Screen {
  const offered = all.slice(0, mostOffered).map(({ number, course: { title } }) => ({ title, control: chooseCourseControl.text({ course: number, inner: runControl.text({ line }) }) }))
  // What doesn't fit in a button would be cut.
  const fits = offered.every(({ control }) => control.length < controlLimit)
  const labels = shortLabels(offered.map(({ title }) => title))
  const named: Block = fits
    ? { kind: 'buttons', buttons: offered.map(({ control }, at) => ({ label: labels[at] ?? '', control, primary: false })) }
    : { kind: 'list', items: all.map(({ course: { id, title } }) => [strong(title), ` (${id})`]) }
  const [first] = all
  const typed = command(`${fits ? line : (line.split(' ')[0] ?? '')} course=${first?.course.id ?? ''}`)
  return {
    name: 'choose-course',
    title: 'Which course?',
    tone: 'plain',
    blocks: [named, { kind: 'footnote', text: [fits ? 'I’ll remember it for your direct messages. Or name it yourself: ' : 'Say it in the command: ', typed] }],
  }
}

export const noSuchCourse = (problem: string): Screen => refusal('Which course?', [[problem]])

/** For a button of a course that the bot doesn't have anymore. */
export const courseGone = (): Screen => notice('This course is gone', [['The bot doesn’t have the course of this button anymore. Your answers are kept. The people who run the bot can bring it back.']])

/** In a channel that has none of its courses. @param others ids of those that it could have */
export const channelLacksCourse = (id: string, others: readonly string[]): Screen =>
  refusal('This channel’s course is gone', [
    [`The bot doesn’t have “${id}” anymore. The people who run the bot can bring it back.`],
    ...others.slice(0, 1).map((other): Text => ['Managers can choose another course: ', command(`settings course=${other}`)]),
  ])

/** On top of an answer from the next course of a channel. */
export const otherCourse = ([first = '', ...more]: readonly string[], title: string): Block => ({
  kind: 'footnote',
  text: [`The bot doesn’t have “${first}”${more.length === 0 ? '' : ` and ${more.length} more`} anymore, so this is from “${title}”.`],
})
