// Samples of the screens of this feature, made from the commands that there are.
import { commandGroups } from '../../commands/command.ts'
import type { Commands } from '../../commands/commands.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import type { Samples } from '../feature.ts'
import { commandHelpScreen, groupScreen, helpScreen } from './help-screen.ts'

const course = { title: 'The AWS shared responsibility model', summary: 'Who secures what on AWS.' }

export function samples(commands: Commands): Samples {
  const setup = commands.find('setup')
  return new Map([
    ['help', helpScreen(course, commands.list)],
    ...commandGroups.map((group) => [`help-${group}`, groupScreen(group, 0, commands.list)] as const),
    ['help-manage-more', groupScreen('manage', 1, commands.list)],
    ...(setup === undefined ? [] : [['help-setup', commandHelpScreen(setup, true)] as const]),
    ['refusal-usage', misunderstood('I don’t understand “nein” here.', setup)],
  ])
}
