// The drawings of the study documents.
import { control, idField, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const diagramControls = {
  diagram: control('diagram', { diagram: idField }),
  diagrams: control('diagrams', { page: upTo(99) }),
}

export const diagrams = {
  commands: {
    diagram: {
      needs: 'diagram',
      summary: 'The diagrams of the documents, as text and as pictures',
      for: 'everyone',
      ofCourse: true,
      options: { name: { kind: 'title', summary: 'Words from its name. Leave it out to see all diagrams' } },
      examples: ['diagram'],
      courseExample: { start: 'diagram', name: 'diagram' },
      aliases: ['diagrams', 'drawing'],
      where: 'anywhere',
    },
  },
  controls: diagramControls,
} as const satisfies Face
