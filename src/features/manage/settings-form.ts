// The form for the settings of a channel's quiz. What everybody needs comes first; the rest is behind a button.
import type { QuizSettings } from '../../core/quiz.ts'
import type { Course } from '../../course/course.ts'
import type { Form, FormField, Suggestion } from '../../screens/form.ts'
import { manage } from './face.ts'
import { openingAsTyped, topicChoices } from './settings-input.ts'
import { feedbackLines, hourLine, openLine } from './settings-words.ts'

/** `basic` has a button that leads to `all`. */
export type FormPart = 'basic' | 'more' | 'all'

export function settingsForm(part: FormPart, settings: Pick<QuizSettings, 'openMinutes'>, course: Pick<Course, 'topics'>): Form {
  const { basic, more } = { basic: basicFields, more: moreFields(settings, course) }
  const form = { command: 'setup', title: part === 'more' ? 'More settings' : 'Daily question' } as const
  switch (part) {
    case 'basic':
      return { ...form, fields: basic, more: moreButton }
    case 'more':
      return { ...form, fields: more }
    case 'all':
      return { ...form, fields: [...basic, ...more] }
  }
}

export const basicButton = (label: string) => ({ label, control: manage.controls.setUp.text({}), primary: true })
export const moreButton = { label: 'More settings', control: manage.controls.moreSettings.text({}), primary: false }

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
  ]
}
