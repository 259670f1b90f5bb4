// The form for setup and settings: a modal with Slack's own pickers, and what was filled in as the text that the bot reads.
import type { types } from '@slack/bolt'
import type { FormStart, FormValues, Suggestion } from '../../platform.ts'
import type { ChannelId } from '../ids.ts'
import { limits } from './limits.ts'
import { oneLine, shorten } from './neutral.ts'
import { list, raw, text, type Raw } from '../in/raw.ts'

/** Versioned as controls are: a form of another version is answered as one that is no longer active. */
const callbackId = 'v1:setup'

export const isFormView = (id: string | undefined): boolean => id === callbackId

/** What the form has to remember: the channel it was asked for in, and where the asker can be answered there. */
export type FormMemory = { readonly channel: ChannelId | null; readonly url: string | null }

/** @param values what holds now, by option name of the `setup` command */
export function formView(values: FormStart, memory: FormMemory): types.ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain('Daily question'),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify(memory).length <= limits.privateMetadata ? JSON.stringify(memory) : JSON.stringify({ ...memory, url: null }),
    blocks: [...(memory.channel === null ? [channelField()] : []), ...fields(values)],
  }
}

export function readFormMemory(metadata: string | undefined): FormMemory {
  try {
    const memory = raw(JSON.parse(metadata ?? ''))
    return { channel: text(memory['channel']) ?? null, url: text(memory['url']) ?? null }
  } catch {
    return { channel: null, url: null }
  }
}

const plain = (words: string): types.PlainTextElement => ({ type: 'plain_text', text: words, emoji: false })
const option = (value: string, label = value): types.PlainTextOption => ({ text: plain(shorten(oneLine(label), limits.optionText)), value: value.slice(0, limits.optionValue) })

/** A field is found again by its block id, which is the name of the option. */
function field(name: string, label: string, element: types.InputBlock['element'], more: { hint?: string; optional?: true } = {}): types.InputBlock {
  const hint = more.hint === undefined ? {} : { hint: plain(more.hint) }
  return { type: 'input', block_id: name, label: plain(label), element, ...hint, ...(more.optional === undefined ? {} : { optional: true }) }
}

function channelField(): types.InputBlock {
  const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true, exclude_external_shared_channels: false }
  return field('channel', 'Channel', { type: 'conversations_select', action_id: 'channel', filter, placeholder: plain('Choose a channel') }, { hint: 'The app has to be in it: /invite and its name.' })
}

const weekdays: readonly (readonly [string, string])[] = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
]

const feedbacks: readonly (readonly [string, string])[] = [
  ['instant', 'At once, to each person alone'],
  ['at-close', 'When the round closes; answers can be changed until then'],
]

function fields({ time, zone, days, open, topics: chosen, feedback, rollover }: FormStart): types.InputBlock[] {
  return [
    field('time', 'Time', { type: 'timepicker', action_id: 'time', initial_time: /^\d\d:\d\d$/u.test(time) ? time : '09:00' }),
    field('zone', 'Time zone', {
      type: 'external_select',
      action_id: 'zone',
      min_query_length: 2,
      placeholder: plain('For example Europe/Berlin'),
      ...(zone === '' ? {} : { initial_option: option(zone) }),
    }),
    field('days', 'Days', checkboxes('days', weekdays, days.split(','))),
    field('open', 'How long a round stays open', { type: 'plain_text_input', action_id: 'open', initial_value: open || 'auto', max_length: 20 }, { hint: '8h, 90min, or auto: until an hour before the next one.', optional: true }),
    field('topics', 'Topics', topics(chosen), { hint: 'None chosen: all of them.', optional: true }),
    field('feedback', 'Explain the answer', radio('feedback', feedbacks, feedback)),
    field('rollover', 'A study day begins at', hours('rollover', rollover), { hint: 'An answer before this hour counts for the day before.' }),
  ]
}

function checkboxes(name: string, all: readonly (readonly [string, string])[], chosen: readonly string[]): types.Checkboxes {
  const options = all.map(([value, label]) => option(value, label))
  const ticked = options.filter((box) => chosen.includes(box.value ?? ''))
  return { type: 'checkboxes', action_id: name, options, ...(ticked.length === 0 ? {} : { initial_options: ticked }) }
}

function radio(name: string, all: readonly (readonly [string, string])[], chosen: string): types.RadioButtons {
  const options = all.map(([value, label]) => option(value, label))
  const initial = options.find(({ value }) => value === chosen) ?? options[0]
  return { type: 'radio_buttons', action_id: name, options, ...(initial === undefined ? {} : { initial_option: initial }) }
}

function topics(chosen: readonly Suggestion[]): types.MultiExternalSelect {
  const initial = chosen.map(({ value, label }) => option(value, label))
  return {
    type: 'multi_external_select',
    action_id: 'topics',
    min_query_length: 0,
    placeholder: plain('All topics'),
    ...(initial.length === 0 ? {} : { initial_options: initial.slice(0, limits.options) }),
  }
}

function hours(name: string, chosen: string): types.StaticSelect {
  const options = Array.from({ length: 24 }, (_, hour) => option(String(hour), `${String(hour).padStart(2, '0')}:00`))
  const initial = options.find(({ value }) => value === chosen) ?? options[4]
  return { type: 'static_select', action_id: name, options, ...(initial === undefined ? {} : { initial_option: initial }) }
}

/** @param state `view.state.values`: by block id, then by action id; both are the name of the option */
export function readFormValues(state: Raw): { readonly values: FormValues; readonly channel: ChannelId | null } {
  const element = (name: string) => raw(raw(state[name])[name])
  const selected = (name: string) => text(raw(element(name)['selected_option'])['value']) ?? ''
  const several = (name: string) => list(element(name)['selected_options']).map((choice) => text(raw(choice)['value']) ?? '')
  const chosenTopics = several('topics')
  return {
    values: {
      time: text(element('time')['selected_time']) ?? '',
      zone: selected('zone'),
      days: several('days').join(','),
      open: text(element('open')['value']) ?? 'auto',
      topics: chosenTopics.length === 0 || chosenTopics.includes('all') ? 'all' : chosenTopics.join(','),
      feedback: selected('feedback'),
      rollover: selected('rollover'),
    },
    channel: text(element('channel')['selected_conversation']) ?? null,
  }
}

/** What is wrong, under the fields it is wrong in. Slack refuses errors for a block that is not there. */
export function formErrors(errors: FormValues, asked: FormValues): Readonly<Record<string, string>> {
  const known = Object.entries(errors).filter(([name]) => name in asked)
  const rest = Object.entries(errors).filter(([name]) => !(name in asked)).map(([, problem]) => problem)
  const shown = Object.fromEntries(known.map(([name, problem]) => [name, shorten(oneLine(problem), limits.inputLabel)]))
  return rest.length === 0 ? shown : { ...shown, time: [shown['time'], ...rest].filter(Boolean).join(' ') }
}

/** What a choice of topics or zones offers for what is typed. */
export const formOptions = (found: readonly Suggestion[]): types.PlainTextOption[] => found.slice(0, limits.options).map(({ value, label }) => option(value, label))
