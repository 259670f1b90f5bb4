// Looking things up: who is responsible for what, and the tables of the documents.
import { control, upTo, words } from '../../screens/control.ts'
import { howToLookUpControl } from '../../screens/lookup-control.ts'
import type { Face } from '../feature.ts'

export const lookup = {
  commands: {
    lookup: {
      summary: 'Look up who is responsible for what, and where to read it',
      for: 'everyone',
      ofCourse: true,
      options: { words: { kind: 'words', summary: 'A service, a task, a term, or a whole question', required: true } },
      examples: [],
      courseExample: { start: 'lookup', name: 'duty' },
      aliases: ['find', 'search', 'who'],
      askingAliases: ['who'],
      role: 'free-text',
      where: 'anywhere',
    },
    compare: {
      needs: 'table',
      summary: 'The comparison tables of the documents, side by side',
      for: 'everyone',
      ofCourse: true,
      options: { table: { kind: 'title', summary: 'Words from the title of a table. Leave it out to see all tables' } },
      examples: ['compare'],
      courseExample: { start: 'compare', name: 'table' },
      where: 'anywhere',
    },
  },
  controls: {
    lookup: control('lookup', { words }),
    howTo: howToLookUpControl,
    /** By words of a title: buttons from before tables had pages. */
    compare: control('compare', { table: words }),
    table: control('table', { page: upTo(99), table: words }),
    tables: control('tables', { page: upTo(99) }),
  },
} as const satisfies Face
