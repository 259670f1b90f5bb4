// The form for the settings of a channel's quiz.
import type { Form, Suggestion } from '../../screens/form.ts'

const weekdays: readonly Suggestion[] = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
]

const feedbacks: readonly Suggestion[] = [
  { value: 'instant', label: 'At once, to each person alone' },
  { value: 'at-close', label: 'When the round closes; answers can be changed until then' },
]

const hours: readonly Suggestion[] = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))

export const settingsForm: Form = {
  command: 'setup',
  title: 'Daily question',
  fields: [
    { name: 'time', label: 'Time', input: { kind: 'time', usual: '09:00' } },
    { name: 'zone', label: 'Time zone', input: { kind: 'suggested', placeholder: 'For example Europe/Berlin', from: 2 } },
    { name: 'days', label: 'Days', input: { kind: 'several', choices: weekdays } },
    {
      name: 'open',
      label: 'How long a round stays open',
      hint: '8h, 90min, or auto: until an hour before the next one.',
      optional: true,
      input: { kind: 'text', usual: 'auto', longest: 20 },
    },
    {
      name: 'topics',
      label: 'Topics',
      hint: 'None chosen: all of them.',
      optional: true,
      input: { kind: 'several-suggested', placeholder: 'All topics', from: 0 },
    },
    { name: 'feedback', label: 'Explain the answer', input: { kind: 'one', choices: feedbacks } },
    {
      name: 'rollover',
      label: 'A study day begins at',
      hint: 'An answer before this hour counts for the day before.',
      input: { kind: 'menu', choices: hours },
    },
  ],
}
