// The parts that a block becomes: texts, and components that hold controls.
import { buttonLabel, type Button as ScreenButton } from '../../../screens/screen.ts'
import { limits } from '../connection/limits.ts'
import type { CustomId } from '../custom-id.ts'
import { cleanLine, cut } from './escape.ts'
import { componentType, type Button, type FileComponent, type Gallery, type Row, type Section } from './message.ts'
import { andMore } from './shorten.ts'

/** `joins`: a text that belongs right below or above a text like it, without a blank line. */
export type Part = { readonly text: string; readonly joins?: 'heading' | 'footnote' } | { readonly component: Row | Section | Gallery | FileComponent }

/** No part if there are no lines. */
export const textParts = (lines: readonly string[]): Part[] => (lines.length === 0 ? [] : [{ text: lines.join('\n') }])

/** @param left how many buttons are not shown */
export function buttonRows(buttons: readonly Button[], left: number): Part[] {
  const parts: Part[] = []
  for (let start = 0; start < buttons.length; start += limits.buttonsInRow) {
    parts.push({ component: { type: componentType.row, components: buttons.slice(start, start + limits.buttonsInRow) } })
  }
  return left > 0 ? [...parts, { text: andMore(left), joins: 'footnote' }] : parts
}

export function labeledButton(given: ScreenButton, customId: CustomId): Button {
  const drawn = button(buttonLabel(given), customId(given.control), given.primary || given.state === 'current')
  return given.state === 'unavailable' ? { ...drawn, disabled: true } : drawn
}

export function button(label: string, customId: string, primary: boolean): Button {
  // Discord refuses a button without a label.
  return { type: componentType.button, style: primary ? 1 : 2, label: cut(cleanLine(label), limits.buttonLabel) || '…', custom_id: customId }
}
