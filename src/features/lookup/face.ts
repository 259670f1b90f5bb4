// Looking things up: who is responsible for what, and comparison tables.
import { control, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const lookup = {
  commands: {
    lookup: {
      summary: 'Look up who is responsible for what, and where to read it',
      for: 'everyone',
      options: { words: { kind: 'words', summary: 'A service, a task, a term, or a whole question', required: true } },
      examples: ['lookup rds patching', 'lookup who patches the guest OS on EC2?'],
      aliases: ['find', 'search', 'who'],
      role: 'free-text',
    },
    compare: {
      summary: 'Compare who does what, side by side',
      for: 'everyone',
      options: { table: { kind: 'title', summary: 'What to compare, for example patching' } },
      examples: ['compare', 'compare patching'],
    },
  },
  controls: {
    lookup: control('lookup', { words }),
    compare: control('compare', { table: words }),
  },
} as const satisfies Face
