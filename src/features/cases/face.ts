// Guided cases: a situation, and finding after finding whose job it is and what to change.
import { control, oneOf, upTo, words } from '../../screens/control.ts'
import { flipControl, sessionControls } from '../../screens/session-controls.ts'
import type { Face } from '../feature.ts'

export const caseControls = {
  ...sessionControls('case'),
  /** Shows the whole situation. */
  situation: flipControl('case'),
  /** A page of the list of cases, from 0. */
  list: control('case-list', { page: upTo(99) }),
  /** `ask`: while another case is running, asks before it ends that one. */
  begin: control('case-begin', { how: oneOf('ask', 'instead'), id: words }),
}

export const cases = {
  commands: {
    case: {
      needs: 'case',
      summary: 'Work through a guided case, finding after finding',
      for: 'everyone',
      ofCourse: true,
      options: { name: { kind: 'title', summary: 'Words from the title of a case. Leave it out to go on with yours, or to see all cases' } },
      examples: ['case'],
      courseExample: { start: 'case', name: 'case' },
      aliases: ['cases'],
      where: 'alone',
    },
  },
  controls: caseControls,
} as const satisfies Face
