// What people can do, and how.
import { commandGroups } from '../../commands/command.ts'
import { control, oneOf, upTo, type Field } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

/** From 0. Older buttons name no page. */
const pageField: Field<number> = { write: String, read: (text) => (text === '' ? 0 : upTo(99).read(text)) }

export const helpControls = {
  /** The commands of a group, each with what it does. */
  group: control('help-group', { group: oneOf(...commandGroups), page: pageField }),
}

export const help = {
  commands: {
    help: {
      summary: 'Show all commands, or explain one',
      for: 'everyone',
      options: { command: { kind: 'command', summary: 'The command to explain' } },
      examples: ['help', 'help setup'],
      aliases: ['?'],
      role: 'help',
      where: 'anywhere',
    },
  },
  controls: helpControls,
} as const satisfies Face
