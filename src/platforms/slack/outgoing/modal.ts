// Draws a screen as a modal.
import type { types } from '@slack/bolt'
import type { Screen } from '../../../screens/screen.ts'
import type { SlackBlock } from './blocks.ts'
import { writeFormMetadata, type FormMetadata } from '../form-metadata.ts'
import { renderView } from './render.ts'
import { paragraph, plainText, words } from './text-blocks.ts'

/** @param context for the buttons of the screen: which channel it is about */
export function modalView(screen: Screen, context: FormMetadata): types.ModalView {
  const fields = { title: plainText('Studyhall'), close: plainText('Close'), private_metadata: writeFormMetadata(context) }
  return { type: 'modal', ...fields, blocks: renderView(screen).flatMap(withoutInput) }
}

/** A modal with an input has to have a button to submit it, and a question has one of its own: https://docs.slack.dev/reference/views/modal-views */
function withoutInput(block: SlackBlock): SlackBlock[] {
  if (block.type !== 'input' || block.element.type !== 'checkboxes') return [block]
  const id = block.block_id === undefined ? {} : { block_id: block.block_id }
  return [paragraph([words(block.label.text, { bold: true })]), { type: 'actions', ...id, elements: [block.element] }]
}
