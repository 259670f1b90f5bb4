// Draws a form as a modal with Slack's own inputs.
import type { types } from '@slack/bolt'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import type { Button } from '../../../screens/screen.ts'
import type { ChannelId } from '../ids.ts'
import { formName, type Form, type FormField, type FormInput, type FormStart, type FormValues, type Suggestion } from '../../../screens/form.ts'
import { writeFormMetadata, type FormMetadata } from '../form-metadata.ts'
import { formId } from '../input-ids.ts'
import { oneLine } from '../sanitize.ts'
import { limits } from './limits.ts'
import { shorten } from './shorten.ts'
import { plainText } from './text-blocks.ts'

/**
 * Asks for a channel too if the form says so, or if there is none.
 *
 * @param values what holds now, by option name of the form's command
 * @param context the channel that the form is about, or the one that is chosen at first
 */
export function formView(form: Form, values: FormStart, context: FormMetadata): types.ModalView {
  const { title, fields, asksPlace, more } = form
  const asksChannel = asksPlace === true || context.channel === null
  return {
    type: 'modal',
    callback_id: formId(formName(form)),
    title: plainText(title),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    private_metadata: writeFormMetadata(asksChannel ? { ...context, channel: null } : context),
    blocks: [
      ...(asksChannel ? [channelField(context.channel)] : []),
      ...fields.map((field) => inputBlock(field, values[field.name] ?? '')),
      ...(more === undefined ? [] : [moreButton(more)]),
    ],
  }
}

/** The block id is the name of the option, so that the value and its errors find the field again. */
function inputBlock({ name, label, hint, optional, input }: FormField, value: FormStart[string]): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
    element: element(name, input, value),
    ...(hint === undefined ? {} : { hint: plainText(hint) }),
    ...(optional === undefined ? {} : { optional }),
  }
}

function moreButton({ label, control }: Button): types.ActionsBlock {
  return { type: 'actions', elements: [{ type: 'button', text: plainText(label), action_id: control }] }
}

function channelField(channel: ChannelId | null): types.InputBlock {
  const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true, exclude_external_shared_channels: false }
  return {
    type: 'input',
    block_id: 'channel',
    label: plainText('Channel'),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      filter,
      placeholder: plainText('Choose a channel'),
      ...(channel === null ? {} : { initial_conversation: channel }),
    },
    hint: plainText('The app has to be in the channel. To add it, type /invite there.'),
  }
}

function element(name: string, input: FormInput, value: FormStart[string]): types.InputBlock['element'] {
  const common = { action_id: name }
  const chosen = typeof value === 'string' ? value : ''
  switch (input.kind) {
    case 'time':
      return { ...common, type: 'timepicker', initial_time: /^\d\d:\d\d$/u.test(chosen) ? chosen : input.usual }
    case 'text':
      return { ...common, type: 'plain_text_input', initial_value: chosen || input.usual, max_length: input.longest, ...(input.lines === true ? { multiline: true } : {}) }
    case 'one':
      return { ...common, type: 'radio_buttons', ...oneOf(input.choices, chosen) }
    case 'menu':
      return { ...common, type: 'static_select', ...oneOf(input.choices, chosen) }
    case 'several': {
      const options = input.choices.map(option)
      const checked = options.filter(({ value: id }) => chosen.split(',').includes(id ?? ''))
      return { ...common, type: 'checkboxes', options, ...(checked.length === 0 ? {} : { initial_options: checked }) }
    }
    case 'suggested': {
      const initial = chosen === '' ? {} : { initial_option: option({ value: chosen, label: chosen }) }
      return { ...common, type: 'external_select', min_query_length: input.from, placeholder: plainText(input.placeholder), ...initial }
    }
    case 'several-suggested': {
      const several = typeof value === 'string' ? [] : formOptions(value)
      const initial = several.length === 0 ? {} : { initial_options: several }
      return { ...common, type: 'multi_external_select', min_query_length: input.from, placeholder: plainText(input.placeholder), ...initial }
    }
  }
}

/** The first one is selected if `chosen` is not among them. */
function oneOf(choices: readonly Suggestion[], chosen: string): { readonly options: types.PlainTextOption[]; readonly initial_option?: types.PlainTextOption } {
  const options = choices.map(option)
  const initial = options.find(({ value }) => value === chosen) ?? options[0]
  return initial === undefined ? { options } : { options, initial_option: initial }
}

/** Suggestions as the options of a menu, as many as Slack accepts. */
export const formOptions = (suggestions: readonly Suggestion[]): types.PlainTextOption[] => suggestions.slice(0, limits.options).map(option)

const option = ({ value, label }: Suggestion): types.PlainTextOption => ({
  text: plainText(shorten(oneLine(curlyQuotes(label)), limits.optionText)),
  value: value.slice(0, limits.optionValue),
})

/**
 * What is wrong, by the field to show it under. Slack refuses errors for a block that is not in the modal, so the first field gets
 * those.
 */
export function formErrors(errors: FormValues, asked: FormValues): Readonly<Record<string, string>> {
  const known = Object.entries(errors).filter(([name]) => name in asked)
  const rest = Object.entries(errors).filter(([name]) => !(name in asked)).map(([, problem]) => problem)
  const shown = Object.fromEntries(known.map(([name, problem]) => [name, shorten(oneLine(problem), limits.inputLabel)]))
  const [first = ''] = Object.keys(asked)
  return rest.length === 0 ? shown : { ...shown, [first]: [shown[first], ...rest].filter(Boolean).join(' ') }
}
