// The form for the settings of a channel's quiz. What everybody needs comes first; the rest is behind a button.
import { hereMention, type GroupId, type QuizSettings } from '../../core/quiz.ts'
import type { Course } from '../../course/course.ts'
import type { Form, FormField, Suggestion } from '../../screens/form.ts'
import { manage } from './face.ts'
import { openingAsTyped, topicChoices } from './settings-input.ts'
import { feedbackLines, hourLine, openLine, recapLines } from './settings-words.ts'

/** `basic` has a button that leads to `all`. Each of the others has at most five fields, as many as a modal on Discord. */
export type FormPart = 'basic' | 'more' | 'result' | 'all'

type Held = Pick<QuizSettings, 'openMinutes' | 'mention'>

const titles: Readonly<Record<FormPart, string>> = { basic: 'Daily question', more: 'More settings', result: 'Result & ping', all: 'Daily question' }

/**
 * @param group the workspace or server, which decides whom a question can ping
 * @param courses to choose from, if there are several
 */
export function settingsForm(part: FormPart, settings: Held, course: Pick<Course, 'topics'>, group: GroupId, courses?: FormField): Form {
  const { basic, more, result } = { basic: courses === undefined ? basicFields : [...basicFields, courses], more: moreFields(settings, course), result: resultFields(settings, group) }
  const form = { command: 'setup', title: titles[part] } as const
  switch (part) {
    case 'basic':
      return { ...form, fields: basic, more: moreButton }
    case 'more':
      return { ...form, fields: more }
    case 'result':
      return { ...form, fields: result }
    case 'all':
      return { ...form, fields: [...basic, ...more, ...result] }
  }
}

export const basicButton = (label: string) => ({ label, control: manage.controls.setUp.text({}), primary: true })
export const moreButton = { label: 'More settings', control: manage.controls.moreSettings.text({}), primary: false }
export const resultButton = { label: titles.result, control: manage.controls.resultSettings.text({}), primary: false }

const weekdays: readonly Suggestion[] = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
]

const basicFields: readonly FormField[] = [
  { name: 'time', label: 'Time', input: { kind: 'time', usual: '09:00' } },
  { name: 'zone', label: 'Time zone', input: { kind: 'suggested', placeholder: 'For example Europe/Berlin', from: 2 } },
  { name: 'days', label: 'Days', input: { kind: 'several', choices: weekdays } },
]

const feedbacks = (['instant', 'at-close'] as const).map((value): Suggestion => ({ value, label: feedbackLines[value] }))
const hours: readonly Suggestion[] = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourLine(hour) }))
const usualOpenings: readonly (number | null)[] = [null, 4 * 60, 8 * 60, 24 * 60]

/** @param settings those that hold: an unusual length of time stays one of the choices */
function moreFields({ openMinutes }: Pick<QuizSettings, 'openMinutes'>, course: Pick<Course, 'topics'>): readonly FormField[] {
  const openings = usualOpenings.includes(openMinutes) ? usualOpenings : [...usualOpenings, openMinutes]
  const topics = topicChoices(course.topics.map(({ id }) => id), course)
  return [
    {
      name: 'open',
      label: 'How long a question stays open',
      input: { kind: 'menu', choices: openings.map((minutes) => ({ value: openingAsTyped(minutes), label: openLine(minutes) })) },
    },
    {
      name: 'topics',
      label: 'Topics',
      hint: 'Leave it empty for all topics.',
      optional: true,
      input: { kind: 'several-suggested', placeholder: 'All topics', from: 0, choices: topics },
    },
    {
      name: 'feedback',
      label: 'When people see the explanation',
      hint: 'If they see it at the close, they can change their answers until then.',
      input: { kind: 'one', choices: feedbacks },
    },
    {
      name: 'rollover',
      label: 'When a study day begins',
      hint: 'An answer before this hour counts for the day before.',
      input: { kind: 'menu', choices: hours },
    },
    {
      name: 'holidays',
      label: 'Public holidays without a question',
      hint: 'A country or region, such as DE-BE or US-CA. Leave it empty for none.',
      optional: true,
      input: { kind: 'suggested', placeholder: 'For example DE-BE', from: 2 },
    },
  ]
}

const recaps = (['next', 'thread', 'off'] as const).map((value): Suggestion => ({ value, label: recapLines[value] }))
const switches: readonly Suggestion[] = [{ value: 'on', label: 'On' }, { value: 'off', label: 'Off' }]
const nobody: Suggestion = { value: 'off', label: 'Nobody' }
const here: Suggestion = { value: hereMention, label: '@here' }

/** A form knows no names of roles and groups: the one that is pinged now stays a choice, and a command sets another. */
function resultFields({ mention }: Held, group: GroupId): readonly FormField[] {
  const isSlack = group.startsWith('slack:')
  const kind = isSlack ? 'user group' : 'role'
  const kept = mention === null || mention === hereMention ? [] : [{ value: mention, label: `The ${kind} it pings now` }]
  return [
    { name: 'recap', label: 'Where the result is posted', input: { kind: 'menu', choices: recaps } },
    { name: 'weekly', label: 'Recap of the week', hint: 'Comes after the last question of the week, and pings nobody.', input: { kind: 'one', choices: switches } },
    { name: 'thread', label: 'A thread under each question', hint: 'If people see the explanation at the close, it opens then.', input: { kind: 'one', choices: switches } },
    {
      name: 'mention',
      label: 'Who the daily question pings',
      hint: isSlack ? 'For a user group, type /study settings mention=@group.' : 'For a role, use /study-admin settings and its mention option.',
      input: { kind: 'menu', choices: [nobody, ...(isSlack || mention === hereMention ? [here] : []), ...kept] },
    },
  ]
}
