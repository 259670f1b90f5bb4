// A form as a modal with Slack's own inputs.
import type { types } from '@slack/bolt'
import type { Form, FormField, FormInput, FormStart, FormValues, Suggestion } from '../../../screens/form.ts'
import { formId, type ChannelId } from '../ids.ts'
import { limits } from './fit-blocks.ts'
import { oneLine, shorten } from '../sanitize.ts'

/** What the form has to remember: the channel it was asked for in, and where the asker can be answered there. */
export type FormMemory = { readonly channel: ChannelId | null; readonly url: string | null }

/** @param values what holds now, by option name of the form's command */
export function formView({ command, title, fields }: Form, values: FormStart, memory: FormMemory): types.ModalView {
  return {
    type: 'modal',
    callback_id: formId(command),
    title: plain(title),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify(memory).length <= limits.privateMetadata ? JSON.stringify(memory) : JSON.stringify({ ...memory, url: null }),
    blocks: [...(memory.channel === null ? [channelField()] : []), ...fields.map((field) => inputBlock(field, values[field.name] ?? ''))],
  }
}

const plain = (words: string): types.PlainTextElement => ({ type: 'plain_text', text: words, emoji: false })
const option = ({ value, label }: Suggestion): types.PlainTextOption => ({
  text: plain(shorten(oneLine(label), limits.optionText)),
  value: value.slice(0, limits.optionValue),
})

/** A field is found again by its block id, which is the name of the option. */
function inputBlock({ name, label, hint, optional, input }: FormField, value: FormStart[string]): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    element: element(name, input, value),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    ...(optional === undefined ? {} : { optional }),
  }
}

function channelField(): types.InputBlock {
  const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true, exclude_external_shared_channels: false }
  return {
    type: 'input',
    block_id: 'channel',
    label: plain('Channel'),
    element: { type: 'conversations_select', action_id: 'channel', filter, placeholder: plain('Choose a channel') },
    hint: plain('The app has to be in it: /invite and its name.'),
  }
}

function element(name: string, input: FormInput, value: FormStart[string]): types.InputBlock['element'] {
  const common = { action_id: name }
  const chosen = typeof value === 'string' ? value : ''
  const several = typeof value === 'string' ? [] : value
  switch (input.kind) {
    case 'time':
      return { ...common, type: 'timepicker', initial_time: /^\d\d:\d\d$/u.test(chosen) ? chosen : input.usual }
    case 'text':
      return { ...common, type: 'plain_text_input', initial_value: chosen || input.usual, max_length: input.longest }
    case 'one':
      return { ...common, type: 'radio_buttons', ...oneOf(input.choices, chosen) }
    case 'menu':
      return { ...common, type: 'static_select', ...oneOf(input.choices, chosen) }
    case 'several': {
      const options = input.choices.map(option)
      const ticked = options.filter((box) => chosen.split(',').includes(box.value ?? ''))
      return { ...common, type: 'checkboxes', options, ...(ticked.length === 0 ? {} : { initial_options: ticked }) }
    }
    case 'suggested': {
      const initial = chosen === '' ? {} : { initial_option: option({ value: chosen, label: chosen }) }
      return { ...common, type: 'external_select', min_query_length: input.from, placeholder: plain(input.placeholder), ...initial }
    }
    case 'several-suggested': {
      const initial = several.length === 0 ? {} : { initial_options: several.map(option).slice(0, limits.options) }
      return { ...common, type: 'multi_external_select', min_query_length: input.from, placeholder: plain(input.placeholder), ...initial }
    }
  }
}

function oneOf(choices: readonly Suggestion[], chosen: string): { readonly options: types.PlainTextOption[]; readonly initial_option?: types.PlainTextOption } {
  const options = choices.map(option)
  const initial = options.find(({ value }) => value === chosen) ?? options[0]
  return initial === undefined ? { options } : { options, initial_option: initial }
}

/** What is wrong, under the fields it is wrong in. Slack refuses errors for a block that is not there. */
export function formErrors(errors: FormValues, asked: FormValues): Readonly<Record<string, string>> {
  const known = Object.entries(errors).filter(([name]) => name in asked)
  const rest = Object.entries(errors).filter(([name]) => !(name in asked)).map(([, problem]) => problem)
  const shown = Object.fromEntries(known.map(([name, problem]) => [name, shorten(oneLine(problem), limits.inputLabel)]))
  const [first = ''] = Object.keys(asked)
  return rest.length === 0 ? shown : { ...shown, [first]: [shown[first], ...rest].filter(Boolean).join(' ') }
}

/** What a choice of several offers for what is typed. */
export const formOptions = (found: readonly Suggestion[]): types.PlainTextOption[] => found.slice(0, limits.options).map(option)
