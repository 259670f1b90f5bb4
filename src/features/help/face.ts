// What people can do, and how.
import type { Face } from '../feature.ts'

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
  controls: {},
} as const satisfies Face
