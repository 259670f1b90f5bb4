// Answers a request for help.
import type { Screen } from '../../screens/screen.ts'
import { noSuchCommand } from '../../screens/misunderstood.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import type { help } from './face.ts'
import { commandHelpScreen, groupScreen, helpScreen } from './help-screen.ts'

export const commands: Answers<typeof help>['commands'] = {
  help: ({ command }, _, means) => (command === undefined ? menu(means) : helpAbout(command, means)),
}

export const controls: Answers<typeof help>['controls'] = {
  group: ({ group, page }, _, { commands: all }) => groupScreen(group, page, all.list),
}

const menu = ({ course, commands: all, courses }: Means): Screen => helpScreen(course, all.list, courses.all.map((each) => each.course.id))

/** @param line a command, however it is typed elsewhere: `/study-admin setup` */
function helpAbout(line: string, means: Means): Screen {
  const { commands: all } = means
  const asked = all.parse(line.trim().replace(/^\/?(study(-admin)?\s+)?/iu, ''))
  if (asked.kind === 'unknown') return noSuchCommand(asked.typed, all.find(asked.meant ?? ''))
  const known = all.find(asked.name)
  if (known === undefined) return menu(means)
  return commandHelpScreen(known, all.list.some(({ name }) => name === known.name))
}
