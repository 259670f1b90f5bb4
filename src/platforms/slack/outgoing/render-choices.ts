// The options of a question: their text in full, and what to press. Several to choose are checkboxes with a button.
import type { types } from '@slack/bolt'
import type { Choices } from '../../../screens/screen.ts'
import { pickId } from '../ids.ts'
import { limits } from './fit-blocks.ts'
import { oneLine, shorten } from '../sanitize.ts'
import { words } from './rich-text.ts'

type Option = Choices['options'][number]

export function choicesBlocks(choices: Choices): types.KnownBlock[] {
  if (choices.options.length === 0) return []
  return choices.pick > 1 ? several(choices) : one(choices)
}

function one({ options, chosen }: Choices): types.KnownBlock[] {
  const elements = options.map(({ id, letter, text, control }): types.Button => ({
    type: 'button',
    text: plain(letter),
    action_id: control,
    accessibility_label: shorten(oneLine(`Answer ${letter}: ${text}`), limits.accessibilityLabel),
    ...(chosen.includes(id) ? { style: 'primary' as const } : {}),
  }))
  return [...options.map((option) => full(option, chosen.includes(option.id))), { type: 'actions', elements }]
}

function several({ id, pick, options, several: answer, chosen }: Choices): types.KnownBlock[] {
  const label = ({ letter, text }: Option) => oneLine(`${letter}  ${text}`)
  const whole = options.every((option) => label(option).length <= limits.optionText)
  const boxes = options.map((option): types.PlainTextOption => ({ text: plain(shorten(label(option), limits.optionText)), value: option.id }))
  const ticked = boxes.filter((_, index) => chosen.includes(options[index]?.id ?? ''))
  return [
    ...(whole ? [] : options.map((option) => full(option, false))),
    {
      type: 'input',
      // The same after an edit of the post, so that nobody loses the boxes they have ticked meanwhile.
      block_id: pickId(id),
      label: plain(`Choose ${pick}`),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: pickId(id),
        options: boxes,
        // Slack refuses an empty list here.
        ...(ticked.length === 0 ? {} : { initial_options: ticked }),
      },
    },
    {
      type: 'actions',
      elements: [
        { type: 'button', text: plain(chosen.length === 0 ? 'Answer' : 'Change my answer'), style: 'primary', action_id: answer },
      ],
    },
  ]
}

/** A block of its own for each option keeps long ones apart. */
function full({ letter, text }: Option, mine: boolean): types.RichTextBlock {
  const elements = [words(letter, { bold: true }), words(`   ${text}`), ...(mine ? [words('   ● your answer', { bold: true })] : [])]
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false })
