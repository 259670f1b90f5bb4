// Opens passages and turns their pages.
import type { Answers } from '../feature.ts'
import type { read } from './face.ts'
import { passage } from './passage.ts'

export const commands: Answers<typeof read>['commands'] = {}

export const controls: Answers<typeof read>['controls'] = {
  passage: ({ section, page, show }, _, { course }) => ({ to: 'asker', screen: passage(course, section, page), update: show === 'here' }),
}
