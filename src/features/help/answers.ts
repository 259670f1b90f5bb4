// Answers a request for help.
import type { Screen } from '../../screens/screen.ts'
import { noSuchCommand } from '../../screens/misunderstood.ts'
import type { Answers } from '../feature.ts'
import type { Means } from '../services.ts'
import type { help } from './face.ts'
import { commandHelpScreen, groupScreen, helpScreen } from './help-screen.ts'

export const commands: Answers<typeof help>['commands'] = {
  help: ({ command }, _, means) => (command === undefined ? helpScreen(means.course, means.commands.list) : helpAbout(command, means)),
}

export const controls: Answers<typeof help>['controls'] = {
  group: ({ group, page }, _, { commands: all }) => groupScreen(group, page, all.list),
}

/** @param line a command, however it is typed elsewhere: `/study-admin setup` */
function helpAbout(line: string, { commands: all, course }: Means): Screen {
  const asked = all.parse(line.trim().replace(/^\/?(study(-admin)?\s+)?/iu, ''))
  if (asked.kind === 'unknown') return noSuchCommand(asked.typed, all.find(asked.meant ?? ''))
  const known = all.find(asked.name)
  if (known === undefined) return helpScreen(course, all.list)
  return commandHelpScreen(known, all.list.some(({ name }) => name === known.name))
}
