// Answers a request for help.
import type { GroupId } from '../../core/quiz.ts'
import type { Screen } from '../../screens/screen.ts'
import { noSuchCommand } from '../../screens/misunderstood.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import type { help } from './face.ts'
import { commandHelpScreen, groupScreen, helpScreen } from './help-screen.ts'

export const commands: Answers<typeof help>['commands'] = {
  help: ({ command }, { group }, means) => (command === undefined ? menu(group, means) : helpAbout(command, group, means)),
}

export const controls: Answers<typeof help>['controls'] = {
  group: ({ group, page }, _, { commands: all }) => groupScreen(group, page, all.list),
}

const menu = (group: GroupId, { course, commands: all, courses, hearsMessages }: Means): Screen =>
  helpScreen(course, all.list, { courses: courses.all.map((each) => each.course.id), hearsMessages: hearsMessages(group) })

/** @param line a command, however it is typed elsewhere: `/study-admin setup` */
function helpAbout(line: string, group: GroupId, means: Means): Screen {
  const { commands: all } = means
  const asked = all.parse(line.trim().replace(/^\/?(study(-admin)?\s+)?/iu, ''))
  if (asked.kind === 'unknown') return noSuchCommand(asked.typed, all.find(asked.meant ?? ''))
  const known = all.find(asked.name)
  if (known === undefined) return menu(group, means)
  return commandHelpScreen(known, all.list.some(({ name }) => name === known.name))
}
