// What can be asked, and how.
import type { Face } from '../feature.ts'

export const help = {
  commands: {
    help: {
      summary: 'What can be asked, and how',
      for: 'everyone',
      options: { command: { kind: 'command', summary: 'A command to explain' } },
      examples: ['help', 'help setup'],
      aliases: ['?'],
      role: 'help',
      where: 'anywhere',
    },
  },
  controls: {},
} as const satisfies Face
