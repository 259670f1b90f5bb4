// Reading the study documents: what is in them, and any section of them in full.
import { control, idField, upTo } from '../../screens/control.ts'
import { passageControl, passagesControl, sectionField } from '../../screens/passage.ts'
import type { Face } from '../feature.ts'

export const readControls = {
  passage: passageControl,
  passages: passagesControl,
  contents: control('contents', { document: idField, page: upTo(99) }),
  sheet: control('sheet', { sheet: idField }),
  sheets: control('sheets', { page: upTo(99) }),
  /** What a passage is good for: the questions that cite it. */
  asked: control('asked', { section: sectionField }),
}

export const read = {
  commands: {
    read: {
      needs: 'document',
      summary: 'Read the study documents, section by section',
      for: 'everyone',
      ofCourse: true,
      options: { section: { kind: 'title', summary: 'A document, or words from a heading. Leave it out to see all documents' } },
      examples: ['read'],
      courseExample: { start: 'read', name: 'section' },
      aliases: ['documents', 'contents'],
      where: 'anywhere',
    },
    sheet: {
      needs: 'sheet',
      summary: 'Study sheets: short lists and overviews to have at hand',
      for: 'everyone',
      ofCourse: true,
      options: { name: { kind: 'title', summary: 'Words from its name. Leave it out to see all sheets' } },
      examples: ['sheet'],
      courseExample: { start: 'sheet', name: 'sheet' },
      aliases: ['sheets', 'cheatsheet'],
      where: 'anywhere',
    },
  },
  controls: readControls,
} as const satisfies Face
