// Short screens: something was done, or cannot be.
import type { Button, Screen } from './screen.ts'
import { command, type Text } from './text.ts'

/** Something was done, or is worth knowing. */
export function notice(title: string, lines: readonly Text[], buttons: readonly Button[] = []): Screen {
  const paragraphs = lines.map((text) => ({ kind: 'paragraph', text }) as const)
  return { name: 'notice', title, tone: 'plain', blocks: buttons.length === 0 ? paragraphs : [...paragraphs, { kind: 'buttons', buttons }] }
}

/** Something cannot be done, and what can be instead. */
export function refusal(title: string, lines: readonly Text[]): Screen {
  return { ...notice(title, lines), name: 'refusal', tone: 'warning' }
}

/** For a button of another time or another place. */
export function noLongerActive(): Screen {
  return refusal('This button no longer works', [['It’s from an older message. ', command('today'), ' shows what’s open now.']])
}

/** For a form of an earlier version, or one that the bot never made. */
export function outdatedForm(): Screen {
  return refusal('This form is out of date', [['Nothing was saved. Close this form and open a new one with ', command('setup'), '.']])
}
