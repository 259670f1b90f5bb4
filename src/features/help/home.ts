// The groups of commands, and help, on one's own page.
import { commandGroups } from '../../commands/command.ts'
import { runControl } from '../../screens/control.ts'
import type { HomePart } from '../feature.ts'
import { groupButton } from './help-screen.ts'

export const home: HomePart = {
  atEnd: () => [{ kind: 'buttons', buttons: [...commandGroups.map(groupButton), { label: 'Help', control: runControl.text({ line: 'help' }), primary: false }] }],
}
