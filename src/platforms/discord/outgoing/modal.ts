// Draws a form as a modal: text inputs and menus, each under its label.
import type { APILabelComponent, APIModalInteractionResponseCallbackData, APISelectMenuOption, APIStringSelectComponent, APITextInputComponent } from 'discord.js'
import type { PlaceId } from '../../../core/quiz.ts'
import { curlyQuotes } from '../../../screens/curly-quotes.ts'
import { formName, type Form, type FormField, type FormStart, type FormValues, type Suggestion } from '../../../screens/form.ts'
import { limits } from '../connection/limits.ts'
import { formId } from '../form-id.ts'
import { cleanLine, cut } from './escape.ts'

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const type = { menu: 3, text: 4, label: 18 } as const
const [oneLine, severalLines] = [1, 2] as const

export const fitsModal = ({ fields }: Form): boolean => fields.length <= limits.modalFields

/**
 * The first five fields; what is left can be set by a command.
 *
 * @param place what it is about, where it isn't opened there
 * @param values what holds now
 * @param typed what the person filled in before, if that was refused
 */
export function modalOf(form: Form, place: PlaceId | null, values: FormStart, typed: FormValues): APIModalInteractionResponseCallbackData {
  const { title, fields } = form
  const shown = fields.slice(0, limits.modalFields)
  const components = shown.map((field) => label(field, typed[field.name] ?? textOf(values[field.name] ?? '')))
  return { custom_id: formId(formName(form), place), title: cut(cleanLine(title), limits.modalTitle), components }
}

/** Several with commas between. */
const textOf = (value: FormStart[string]): string => (typeof value === 'string' ? value : value.map((one) => one.value).join(','))

function label(field: FormField, value: string): APILabelComponent {
  const hint = field.hint === undefined ? {} : { description: cut(cleanLine(field.hint), limits.modalHint) }
  return { type: type.label, label: cut(cleanLine(field.label), limits.modalLabel), ...hint, component: input(field, value) }
}

function input({ name, optional, input: kind }: FormField, value: string): APITextInputComponent | APIStringSelectComponent {
  const required = optional !== true
  switch (kind.kind) {
    case 'time':
      return text(name, value || kind.usual, { required, placeholder: 'For example 09:00 or 9am' })
    case 'text':
      return text(name, value || kind.usual, { required, max_length: kind.longest }, kind.lines === true ? severalLines : oneLine)
    case 'suggested':
      return text(name, value, { required, placeholder: kind.placeholder })
    case 'one':
    case 'menu':
      return menu(name, options(kind.choices, [value === '' ? (kind.choices[0]?.value ?? '') : value]), { required, max_values: 1 })
    case 'several':
      return menu(name, options(kind.choices, value.split(',')), { required, max_values: kind.choices.length })
    case 'several-suggested': {
      // A menu takes 25 choices, and has to have one.
      if (kind.choices.length === 0 || kind.choices.length > limits.selectOptions) return text(name, value, { required, placeholder: kind.placeholder })
      return menu(name, options(kind.choices, value.split(',')), { required, max_values: kind.choices.length, placeholder: kind.placeholder })
    }
  }
}

const longestText = 1_000

function text(name: string, value: string, more: Pick<APITextInputComponent, 'required' | 'placeholder' | 'max_length'>, style: 1 | 2 = oneLine): APITextInputComponent {
  const { max_length = longestText } = more
  return { type: type.text, custom_id: name, style, ...more, max_length, ...(value === '' ? {} : { value: value.slice(0, max_length) }) }
}

function menu(name: string, all: APISelectMenuOption[], more: Pick<APIStringSelectComponent, 'required' | 'placeholder' | 'max_values'>): APIStringSelectComponent {
  return { type: type.menu, custom_id: name, options: all, min_values: more.required === false ? 0 : 1, ...more }
}

function options(choices: readonly Suggestion[], chosen: readonly string[]): APISelectMenuOption[] {
  return choices.slice(0, limits.selectOptions).map(({ value, label: shown }) => ({
    label: cut(cleanLine(curlyQuotes(shown)), limits.selectText) || '…',
    value: value.slice(0, limits.selectText),
    ...(chosen.includes(value) ? { default: true } : {}),
  }))
}
