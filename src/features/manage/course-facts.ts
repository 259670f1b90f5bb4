// What a channel's status says of its course: where the bot doesn't have it anymore, and what became of its latest version.
import type { CourseNews } from '../../course/courses.ts'
import type { Zone } from '../../core/time.ts'
import { namesOfCourses } from '../../screens/names-of-courses.ts'
import { command, moment, type Text } from '../../screens/text.ts'

export type CourseState = {
  /** Titles of the channel's courses; empty where the bot has one. */
  readonly courses?: readonly string[]
  /** Ids of all that the bot has; empty where it never had others. */
  readonly choices?: readonly string[]
  /** Those of them that the bot doesn't have anymore. */
  readonly lacking?: readonly string[]
  /** What became of its courses since the bot was started. */
  readonly courseNews?: readonly NewsOf[]
}

/** `course`: its id; undefined where the channel has one course. */
export type NewsOf = { readonly course: string | undefined; readonly news: CourseNews }

type Fact = { readonly label: string; readonly value: Text }

export function courseFacts({ courses = [], choices = [], lacking = [], courseNews = [], mayManage }: CourseState & { readonly mayManage: boolean }, zone: Zone): readonly Fact[] {
  return [...lackingFacts(courses, choices, lacking, mayManage), ...(lacking.length > 0 && mayManage ? [] : choiceFacts(choices)), ...(mayManage ? newsFacts(courseNews, zone) : [])]
}

function lackingFacts(courses: readonly string[], choices: readonly string[], [first, ...others]: readonly string[], mayManage: boolean): readonly Fact[] {
  if (first === undefined) return []
  const what = courses.length > others.length + 1 ? 'Until the people who run the bot bring it back, questions come from the others.' : 'No question comes until the people who run the bot bring it back.'
  const change: Text = mayManage ? [' To choose another', ...(choices.length < 2 ? [] : [` (${namesOfCourses(choices)})`]), ': ', command(`settings course=${choices[0] ?? 'NAME'}`)] : []
  return [{ label: 'Course missing', value: [`the bot doesn’t have “${first}”${others.length === 0 ? '' : ` and ${others.length} more`} anymore. ${what}`, ...change] }]
}

/** For `course=`. */
const choiceFacts = (choices: readonly string[]): readonly Fact[] => (choices.length < 2 ? [] : [{ label: 'All courses', value: [namesOfCourses(choices)] }])

/** For managers: they may wonder why a question reads otherwise, or still as it did. */
function newsFacts(all: readonly NewsOf[], zone: Zone): readonly Fact[] {
  const named = ({ course, news: { at } }: NewsOf): Text => [...(course === undefined ? [] : [`${course}, `]), moment(at, zone)]
  const [taken, refused] = [all.filter(({ news }) => news.kind === 'taken'), all.filter(({ news }) => news.kind === 'refused')]
  return [
    ...(taken.length === 0 ? [] : [{ label: 'Course updated', value: taken.flatMap((each, nth): Text => [...(nth === 0 ? [] : ['; ']), ...named(each)]) }]),
    ...(refused.length === 0 ? [] : [{ label: 'Course update', value: refusedText(refused, zone) }]),
  ]
}

function refusedText([first, ...others]: readonly NewsOf[], zone: Zone): Text {
  if (first === undefined) return []
  const names = new Intl.ListFormat('en-US').format([first, ...others].flatMap(({ course }) => course ?? []))
  if (others.length > 0) return [`the new versions of ${names} have errors, so the bot goes on with the ones before. Its log lists them.`]
  return [first.course === undefined ? 'its new version, from ' : `the new version of ${first.course}, from `, moment(first.news.at, zone), ', has errors, so the bot goes on with the one before. Its log lists them.']
}
