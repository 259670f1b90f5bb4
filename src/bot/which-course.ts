// Which course a request is about: the one that it names, or that of the channel, or else the one that the asker studies.
import type { Commands } from '../commands/commands.ts'
import type { ParsedCommand } from '../commands/parse.ts'
import { firstCourse, type CourseNumber } from '../core/course-number.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { Courses, Taught } from '../course/courses.ts'
import type { BotMeans } from '../features/services.ts'
import type { TypedWhere } from '../platforms/platform.ts'
import { channelControl, chooseCourseControl, courseControl, ofCourse, runControl } from '../screens/control.ts'
import type { Reply, Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { withControls } from '../screens/with-controls.ts'

/** `says`: which buttons of the answer have to say the course: all, because the request does; those without a channel; or those that leave the channel. `lacks`: the channel's courses that aren't there, in whose place this one is. */
export type Found = { readonly taught: Taught; readonly request: Request; readonly says: 'all' | 'without-channel' | 'leaving'; readonly lacks?: readonly string[] }

const screens = () => import('../features/home/courses.ts')
const learners = () => import('../features/learner.ts')

export async function courseFor(request: Request, means: BotMeans, commands: Commands): Promise<Found | { readonly screen: Screen }> {
  const { courses, ledger } = means
  const marked = markOf(request)
  if (marked !== undefined) {
    if (!courses.has(marked.course)) return { screen: (await screens()).courseGone() }
    if (marked.isChoice) await ledger.courses.saveChosen((await learners()).accountOf(request), marked.course)
    return { taught: courses.at(marked.course), request: marked.request, says: 'all' }
  }
  const command = commandOf(request, commands)
  const spec = command?.kind === 'known' ? commands.find(command.name) : undefined
  const isAbout = spec?.ofCourse === true
  const typed = isAbout && command?.kind === 'known' ? command.values['course'] : undefined
  if (typed !== undefined) return named(typed, request, means)
  const place = placeOf(request)
  if (place !== null) {
    const all = (await ledger.quizzes.at(place))?.courses ?? []
    const number = courseAsked(all, courses)
    if (number !== undefined && isAbout && !courses.has(number)) return { screen: (await screens()).channelLacksCourse(courses.at(number).course.id, courses.all.map(({ course }) => course.id)) }
    // Its buttons go on with the one that is there, also when the first one comes back.
    if (number !== undefined && number !== all[0] && isAbout) return { taught: courses.at(number), request, says: 'all', lacks: all.slice(0, all.indexOf(number)).map((each) => courses.at(each).course.id) }
    const answering = courseAnswering(all, command, courses, commands)
    if (answering !== undefined && answering !== number) return { taught: courses.at(answering), request, says: 'all' }
    if (number !== undefined) return { taught: courses.at(number), request, says: 'leaving' }
  }
  const own = await ownCourses(request, means)
  const [only, ...others] = own
  if (only !== undefined && others.length === 0) return { taught: courses.at(only), request, says: place === null ? 'without-channel' : 'leaving' }
  // Buttons that say no course are from before there were several, or don't need one.
  if (!isAbout || command?.kind !== 'known') return { taught: unmarked(courses), request, says: 'leaving' }
  const line = [command.name, ...Object.entries(command.values).map(([option, value]) => `${option}=${value}`)].join(' ')
  return { screen: (await screens()).chooseCourse(own.length === 0 ? courses.all : own.map(courses.at), wordsFirst(line)) }
}

/** What is typed without its option's name reads as it was typed. */
const wordsFirst = (line: string): string => line.replace(/^(lookup|define) (?:words|term)=/u, '$1 ')

const unmarked = (courses: Courses): Taught => (courses.has(firstCourse) ? courses.at(firstCourse) : (courses.all[0] ?? courses.at(firstCourse)))

function markOf(request: Request): { readonly course: CourseNumber; readonly isChoice: boolean; readonly request: Request } | undefined {
  if (request.kind !== 'press') return undefined
  const choice = chooseCourseControl.read(request.control)
  const mark = choice ?? courseControl.read(request.control)
  return mark === undefined ? undefined : { course: mark.course, isChoice: choice !== undefined, request: { ...request, control: mark.inner } }
}

function commandOf(request: Request, commands: Commands): ParsedCommand | undefined {
  if (request.kind === 'command') return request.command
  const line = request.kind === 'press' ? runControl.read(channelControl.read(request.control)?.inner ?? request.control)?.line : undefined
  return line === undefined ? undefined : commands.parse(line)
}

const placeOf = (request: Request): PlaceId | null => (request.kind === 'press' ? (channelControl.read(request.control)?.place ?? request.place) : request.place)

/** The first of a channel's courses that the bot has; if it has none of them, the first. */
const courseAsked = (all: readonly CourseNumber[], { has }: Pick<Courses, 'has'>): CourseNumber | undefined => all.find(has) ?? all[0]

/** The first of a channel's courses that has an answer to what is looked up. */
function courseAnswering(all: readonly CourseNumber[], command: ParsedCommand | undefined, { at, has }: Courses, commands: Commands): CourseNumber | undefined {
  const words = command?.kind === 'known' && command.name === commands.nameOf('free-text') ? command.values['words'] : command?.kind === 'unknown' ? command.line : undefined
  if (all.length < 2 || words === undefined) return undefined
  return all.find((number) => has(number) && at(number).lookup.ask(words).kind !== 'none')
}

async function named(typed: string, request: Request, { courses, ledger }: BotMeans): Promise<Found | { readonly screen: Screen }> {
  const read = (await import('../features/course-named.ts')).courseNamed(typed, courses)
  if ('problem' in read) return { screen: (await screens()).noSuchCourse(read.problem) }
  if (request.place === null) await ledger.courses.saveChosen((await learners()).accountOf(request), read.value.number)
  return { taught: read.value, request, says: 'all' }
}

/** The one that they chose last, or else those of their channels. */
async function ownCourses(request: Request, means: BotMeans): Promise<readonly CourseNumber[]> {
  const { courses, ledger } = means
  if (courses.all.length === 1) return courses.all.map(({ number }) => number)
  const [{ accountOf }, { membersOf }, { channelsOf }] = await Promise.all([learners(), import('../features/members.ts'), import('../features/home/channels.ts')])
  const chosen = await ledger.courses.chosenBy(accountOf(request))
  if (chosen !== undefined && courses.has(chosen)) return [chosen]
  const theirs = channelsOf(await membersOf(request, means)).flatMap((quiz) => quiz.courses)
  return [...new Set(theirs)].filter(courses.has)
}

/** The course that is meant by what somebody is typing; undefined where nothing says it. */
export async function courseTyped({ place, account, course }: TypedWhere, { courses, ledger }: Pick<BotMeans, 'courses' | 'ledger'>): Promise<CourseNumber | undefined> {
  const read = course === undefined || course === '' ? undefined : (await import('../features/course-named.ts')).courseNamed(course, courses)
  if (read !== undefined && 'value' in read) return read.value.number
  if (place !== null) return courseAsked((await ledger.quizzes.at(place))?.courses ?? [], courses)
  const chosen = account === undefined ? undefined : await ledger.courses.chosenBy(account)
  return chosen !== undefined && courses.has(chosen) ? chosen : undefined
}

/** The answers as they are sent. That another course is meant than the channel's first is said once, in the first one. */
export async function answered(found: Found, replies: readonly Reply[]): Promise<readonly Reply[]> {
  const all = replies.map((reply) => saying(found, reply))
  const [first, ...others] = all
  if (first === undefined || found.lacks === undefined) return all
  const note = (await screens()).otherCourse(found.lacks, found.taught.course.title)
  return [{ ...first, screen: { ...first.screen, blocks: [note, ...first.screen.blocks] } }, ...others]
}

/** What goes on in direct messages leaves the channel that says the course. */
function saying({ taught: { number }, says }: Found, reply: Reply): Reply {
  const always = (control: string) => ofCourse(number, control)
  switch (says) {
    case 'all':
      return withControls(reply, always)
    case 'without-channel':
      return withControls(reply, (control) => (channelControl.read(control) === undefined ? always(control) : control))
    case 'leaving':
      return reply.to === 'direct' ? { ...reply, screen: withControls(reply.screen, always) } : reply
  }
}
