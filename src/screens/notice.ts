// Short screens: something was done, or cannot be.
import type { Screen } from './screen.ts'
import type { Text } from './text.ts'

/** Something was done, or is worth knowing. */
export function notice(title: string, lines: readonly Text[]): Screen {
  return { name: 'notice', title, tone: 'plain', blocks: lines.map((text) => ({ kind: 'paragraph', text })) }
}

/** Something cannot be done, and what can be instead. */
export function refusal(title: string, lines: readonly Text[]): Screen {
  return { ...notice(title, lines), name: 'refusal', tone: 'warning' }
}
