// Setting a channel's quiz up, and changing its settings: on one line, or by a form.
import { dayOffOn } from '../../core/days-off.ts'
import { changeSettings, setUp } from '../../core/manage.ts'
import { courseOfId } from '../../core/course-number.ts'
import { defaultSettings, type Quiz, type QuizSettings } from '../../core/quiz.ts'
import { withHolidays, type Holiday } from '../../core/manage-days-off.ts'
import { canBeRead, localDate, type Instant, type LocalDate, type Zone } from '../../core/time.ts'
import type { FormStart, FormValues } from '../../screens/form.ts'
import { notice, refusal } from '../../screens/notice.ts'
import { setUpThere } from '../../screens/outside.ts'
import type { Press, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { fateOf, lateQuestion } from '../late-question.ts'
import { comingHolidays, readRegion } from '../public-holidays.ts'
import type { Means } from '../services.ts'
import { outcome } from './changes.ts'
import { introduce } from './introduction.ts'
import { notAllowed, notAllowedToSetUp } from '../rights.ts'
import { basicButton, moreButton, resultButton, settingsForm, type FormPart } from './settings-form.ts'
import { readSettings, settingsAsTyped, settingsLine, topicChoices, type SettingsInput } from './settings-input.ts'
import { savedScreen, settingsScreen } from './settings-screen.ts'
import { coursesAsTyped, coursesField, topicsIn, unaskedCourse, withCourses } from './settings-courses.ts'
import { settingsView } from './status-screen.ts'

type Needs = Pick<Means, 'ledger' | 'courses' | 'announce'>

const decidedElsewhere: Text = ['Times, days, topics, pauses, and days off are decided in the channel that leads. To see which one that is: ', command('share')]

type Values = { readonly [Name in keyof QuizSettings | 'open' | 'rollover' | 'course']?: string | undefined }

/** With values they are applied; without, a form asks for them. */
export async function settings(name: 'setup' | 'settings', values: Values, request: Request, means: Needs): Promise<Screen | Reply> {
  if (request.outside === true) return setUpThere()
  const given = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
  if (Object.keys(given).length > 0) return applySettings(given, request, means)
  const no = name === 'settings' && request.place !== null ? await notAllowed(request, means) : await notAllowedToSetUp(request, means)
  return no ?? askByForm(name === 'setup' ? 'basic' : 'all', request, means)
}

/** The button in the form opens the whole form and keeps what was typed; the one beside saved settings asks for the rest alone. */
export async function moreSettings(press: Press, means: Needs): Promise<Screen | Reply> {
  const inForm = press.filled !== undefined
  const no = inForm ? await notAllowedToSetUp(press, means) : await notAllowed(press, means)
  return no ?? askByForm(inForm ? 'all' : 'more', press, means, press.filled)
}

export async function resultSettings(press: Press, means: Needs): Promise<Screen | Reply> {
  return (await notAllowed(press, means)) ?? askByForm('result', press, means)
}

async function askByForm(part: FormPart, request: Request, { ledger, courses }: Needs, typed: FormValues = {}): Promise<Reply> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  const follows = quiz?.follows !== undefined
  const base = startingPoint(quiz, request.asker.zone, courses)
  const chosen = withCourses(typed['course'] ?? '', base, courses).base.courses
  const offered = topicsIn(courses, chosen)
  const course = coursesAsTyped(base.courses, courses)
  // Nobody could type topics of a course that isn't there.
  const topics = base.topics.filter((topic) => courses.has(courseOfId(topic)))
  const held = { ...settingsAsTyped({ ...base, topics }, offered), ...(course === '' ? {} : { course }) }
  const verb = quiz === undefined ? 'setup' : 'settings'
  return {
    to: 'form',
    form: { ...settingsForm(follows ? 'result' : part, base, offered, request.group, coursesField(courses)), ...(quiz === undefined ? { asksPlace: true as const } : {}) },
    values: { ...held, ...startWith(typed, offered) },
    place: request.place,
    parts: quiz === undefined ? [basicButton('Open the form')] : follows ? [resultButton] : [basicButton('Time and days'), moreButton, resultButton],
    screen: quiz === undefined ? howToSetUp() : settingsScreen('Settings for this channel', settingsView(quiz, courses, request.at), follows ? [decidedElsewhere] : []),
    line: settingsLine(verb, held),
    example: `${verb} 10:00`,
  }
}

function startWith({ topics, ...others }: FormValues, course: ReturnType<typeof topicsIn>): FormStart {
  return topics === undefined ? others : { ...others, topics: topicChoices(topics.split(',').filter((id) => id !== ''), course) }
}

/** A field that is in the form and empty means what its hint says. */
export function filledIn(values: FormValues): FormValues {
  const { topics } = values
  const all = topics === '' || topics?.split(',').includes('all') === true
  return { ...values, ...(all ? { topics: 'all' } : {}), ...(values['open'] === '' ? { open: 'auto' } : {}), ...(values['holidays'] === '' ? { holidays: 'off' } : {}) }
}

/** Takes the values of a line or of a filled form. */
export async function applySettings(values: FormValues, request: Request, means: Needs): Promise<Screen | Reply> {
  const { ledger, courses } = means
  const { place, group, asker, at } = request
  if (request.outside === true) return setUpThere()
  if (place === null) return refusal('Choose a channel', [['A daily question belongs to a channel. Type ', command('setup'), ' there.']])
  const no = await notAllowedToSetUp(request, means)
  if (no !== undefined) return no
  const quiz = await ledger.quizzes.at(place)
  const { input, holidays } = await withRegion(values, startingPoint(quiz, asker.zone, courses), courses, at)
  if ('errors' in input) return inputErrors(input.errors, values, quiz)
  const first = quiz === undefined
  const changed = await ledger.quizzes.change(place, request.event, at, (known) => {
    const outcome = first || known === undefined ? setUp(known, asker, { ...input.settings, group, place }, at) : changeSettings(known, asker, input.settings, at)
    return 'quiz' in outcome && holidays !== undefined ? { quiz: withHolidays(outcome.quiz, holidays.holidays, holidays.until, at) } : outcome
  })
  const introduction = changed.kind === 'saved' ? await introduce(changed.quiz, request, means) : undefined
  // A holiday today leaves no question for today.
  const isOff = changed.kind !== 'refused' && holidays !== undefined && changed.quiz !== undefined && dayOffOn(changed.quiz, localDate(at, changed.quiz.zone)) !== undefined
  const note = isOff && changed.quiz !== undefined ? fateOf(await lateQuestion(changed.quiz, request, means)) : []
  return outcome(changed, (saved) => savedScreen(settingsView(saved, courses, at), first, introduction, note))
}

type Holidays = { readonly holidays: readonly Holiday[]; readonly until: LocalDate | null }

/** The settings, and the public holidays that come with them; undefined where they stay as they are. */
async function withRegion(values: FormValues, before: Parameters<typeof readSettings>[1], courses: Needs['courses'], at: Instant): Promise<{ readonly input: SettingsInput; readonly holidays?: Holidays }> {
  const { base, problem } = withCourses(values['course']?.trim() ?? '', before, courses)
  const typed = values['holidays']?.trim() ?? ''
  const region = typed === '' ? { value: base.holidays } : await readRegion(typed)
  const found = readSettings(values, { ...base, ...('value' in region ? { holidays: region.value } : {}) }, topicsIn(courses, base.courses))
  // Whoever changes something else isn't held up by it.
  const isOther = 'settings' in found && (found.settings.courses.join() !== before.courses.join() || found.settings.topics.join() !== before.topics.join())
  const unasked = isOther ? unaskedCourse(found.settings, courses) : undefined
  const read: SettingsInput = problem !== undefined ? { errors: { ...('errors' in found ? found.errors : {}), course: problem } } : unasked === undefined ? found : { errors: { topics: unasked } }
  if ('problem' in region) return { input: { errors: { ...('errors' in read ? read.errors : {}), holidays: region.problem } } }
  if ('errors' in read || typed === '' || region.value === base.holidays) return { input: read }
  if (region.value === null) return { input: read, holidays: { holidays: [], until: null } }
  const holidays = await comingHolidays(region.value, localDate(at, read.settings.zone))
  return holidays === undefined ? { input: read } : { input: read, holidays }
}

function inputErrors(errors: FormValues, typed: FormValues, quiz: Quiz | undefined): Reply {
  const screen = refusal('Check these settings', Object.values(errors).map((error) => [error]))
  const isIn = (...names: readonly string[]) => Object.keys(errors).some((name) => names.includes(name))
  const button = quiz === undefined || isIn('time', 'zone', 'days', 'course') ? basicButton('Try again') : isIn('recap', 'weekly', 'thread', 'mention') ? resultButton : moreButton
  return { to: 'form-errors', errors, screen, again: button.control, typed }
}

function startingPoint(quiz: Quiz | undefined, zone: Zone | null, { all: [first] }: Needs['courses']): Omit<QuizSettings, 'zone'> & { zone: Zone | null } {
  if (quiz === undefined) return { ...defaultSettings, ...(first === undefined ? {} : { courses: [first.number] }), zone }
  return canBeRead(quiz.zone) ? quiz : { ...quiz, zone: null }
}

function howToSetUp(): Screen {
  return notice('Set up the daily question', [
    ['Type the time, time zone, and days: ', command('setup 09:00 Europe/Berlin mon-fri')],
    ['See everything you can set: ', command('help setup')],
  ])
}
