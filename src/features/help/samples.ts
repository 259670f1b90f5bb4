// Samples of the screens of this feature, made from the commands that there are.
import { commandGroups } from '../../commands/command.ts'
import type { Commands } from '../../commands/commands.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import type { Samples } from '../feature.ts'
import { commandHelpScreen, groupScreen, helpScreen, pagesOf } from './help-screen.ts'

const course = { title: 'The AWS shared responsibility model', summary: 'Who secures what on AWS.' }

export function samples(commands: Commands): Samples {
  const setup = commands.find('setup')
  return new Map([
    ['help', helpScreen(course, commands.list)],
    ['help-several-courses', helpScreen(course, commands.list, { courses: ['aws-shared-responsibility', 'house-rules'] })],
    ['help-without-messages', helpScreen(course, commands.list, { hearsMessages: false })],
    ...commandGroups.flatMap((group) =>
      Array.from({ length: pagesOf(group, commands.list) }, (_, page) => [`help-${group}${page === 0 ? '' : `-${page + 1}`}`, groupScreen(group, page, commands.list)] as const),
    ),
    ...(setup === undefined ? [] : [['help-setup', commandHelpScreen(setup, true)] as const]),
    ['refusal-usage', misunderstood('I don’t understand “nein” here.', setup)],
  ])
}
