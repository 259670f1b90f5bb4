// Looking things up: who is responsible for what, and comparison tables.
import { control, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const lookup = {
  commands: {
    lookup: {
      summary: 'Look up who is responsible for what, with the place to read it',
      for: 'everyone',
      options: { words: { kind: 'words', summary: 'A service, a duty, a term or a whole question', required: true } },
      examples: ['lookup rds patching', 'lookup who patches the guest OS on EC2?'],
      aliases: ['find', 'search', 'who'],
      role: 'free-text',
      where: 'anywhere',
    },
    compare: {
      summary: 'Compare side by side who does what',
      for: 'everyone',
      options: { table: { kind: 'title', summary: 'What to compare, for example patching' } },
      examples: ['compare', 'compare patching'],
      where: 'anywhere',
    },
  },
  controls: {
    lookup: control('lookup', { words }, { anywhere: true }),
    compare: control('compare', { table: words }, { anywhere: true }),
  },
} as const satisfies Face
