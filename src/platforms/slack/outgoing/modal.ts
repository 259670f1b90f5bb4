// Draws a screen as a modal.
import type { types } from '@slack/bolt'
import type { Screen } from '../../../screens/screen.ts'
import { writeFormMetadata, type FormMetadata } from '../form-metadata.ts'
import { renderView } from './render.ts'
import { plainText } from './text-blocks.ts'

/** @param context for the buttons of the screen: which channel it is about */
export function modalView(screen: Screen, context: FormMetadata): types.ModalView {
  const fields = { title: plainText('Studyhall'), close: plainText('Close'), private_metadata: writeFormMetadata(context) }
  return { type: 'modal', ...fields, blocks: renderView(screen) }
}
