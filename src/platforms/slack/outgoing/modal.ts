// Draws a screen as a modal.
import type { types } from '@slack/bolt'
import type { Screen } from '../../../screens/screen.ts'
import { renderView } from './render.ts'
import { plainText } from './text-blocks.ts'

export function modalView(screen: Screen): types.ModalView {
  return { type: 'modal', title: plainText('Studyhall'), close: plainText('Close'), blocks: renderView(screen) }
}
