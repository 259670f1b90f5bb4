// Draws a question's options: their text in full, and what to press. To pick several there are checkboxes and one button.
import type { types } from '@slack/bolt'
import type { Choices } from '../../../screens/screen.ts'
import { plain } from '../../../screens/text.ts'
import { pickId } from '../input-ids.ts'
import { oneLine } from '../sanitize.ts'
import type { SlackBlock } from './blocks.ts'
import { limits } from './limits.ts'
import { shorten } from './shorten.ts'
import { richText } from './rich-text.ts'
import { paragraph, plainText, words } from './text-blocks.ts'

type Option = Choices['options'][number]

export function choicesBlocks(choices: Choices): SlackBlock[] {
  if (choices.options.length === 0) return []
  return choices.pick > 1 ? pickSeveral(choices) : pickOne(choices)
}

function pickOne({ options, chosen, sets }: Choices): SlackBlock[] {
  const elements = options.map(({ id, letter, text, control }): types.Button => ({
    type: 'button',
    text: plainText(letter),
    action_id: control,
    accessibility_label: shorten(oneLine(`${sets === 'key' ? 'Choose' : 'Answer'} ${letter}: ${plain(text)}`), limits.accessibilityLabel),
    ...(chosen.includes(id) ? { style: 'primary' as const } : {}),
  }))
  return [...options.map((option) => inFull(option, chosen.includes(option.id) ? markOf(sets) : null)), { type: 'actions', elements }]
}

function pickSeveral({ id, pick, options, several: control, chosen, sets }: Choices): SlackBlock[] {
  const label = ({ letter, text }: Option) => oneLine(`${letter}  ${plain(text)}`)
  // A label shows words alone, and no code.
  const labelsFit = options.every((option) => label(option).length <= limits.optionText && option.text.every((part) => typeof part === 'string'))
  const button: types.Button = { type: 'button', text: plainText(sets === 'key' ? 'Choose these' : chosen.length === 0 ? 'Answer' : 'Change my answer'), style: 'primary', action_id: control }
  return [
    ...(labelsFit ? [] : options.map((option) => inFull(option, null))),
    {
      type: 'input',
      // Stays the same when the post is edited, so that nobody loses what they have checked meanwhile.
      block_id: pickId(id),
      label: plainText(`Choose ${pick}`),
      optional: true,
      // Cut labels under the whole texts would say everything twice.
      element: checkboxes(pickId(id), options.map((option) => ({ id: option.id, label: labelsFit ? label(option) : option.letter })), chosen),
    },
    { type: 'actions', elements: [button] },
  ]
}

type LabeledOption = { readonly id: string; readonly label: string }

function checkboxes(actionId: string, all: readonly LabeledOption[], chosen: Choices['chosen']): types.Checkboxes {
  const options = all.map(({ id, label }): types.PlainTextOption => ({ text: plainText(shorten(label, limits.optionText)), value: id }))
  const checked = options.filter((_, index) => chosen.includes(all[index]?.id ?? ''))
  return {
    type: 'checkboxes',
    action_id: actionId,
    options,
    // Slack refuses an empty list here.
    ...(checked.length === 0 ? {} : { initial_options: checked }),
  }
}

/** A block for each option keeps long ones apart. */
function inFull({ letter, text }: Option, mark: string | null): types.RichTextBlock {
  return paragraph([words(letter, { bold: true }), ...richText(['   ', ...text]), ...(mark === null ? [] : [words(`   ● ${mark}`, { bold: true })])])
}

const markOf = (sets: Choices['sets']): string => (sets === 'key' ? 'current answer' : 'your answer')
