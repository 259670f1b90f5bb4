// The checklist of the course: what people can do once they have finished it.
import { control, idField, oneOf, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const checklistControls = {
  list: control('checklist', { page: upTo(99) }),
  tick: control('checklist-tick', { item: idField, tick: oneOf('yes', 'no') }),
}

export const checklist = {
  commands: {
    checklist: {
      needs: 'checklist',
      summary: 'What you should be able to do, how your answers back it, and what you’ve ticked off',
      for: 'everyone',
      ofCourse: true,
      options: { page: { kind: 'number', summary: 'Page number, starting at 1' } },
      examples: ['checklist', 'checklist 2'],
      aliases: ['goals'],
      where: 'alone',
    },
  },
  controls: checklistControls,
} as const satisfies Face
