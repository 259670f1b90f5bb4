// Keeping somebody off boards and out of lists, or showing them again.
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import type { Services } from '../services.ts'
import type { privacy } from './face.ts'

export const commands: Answers<typeof privacy>['commands'] = {
  privacy: async ({ show }, request, { ledger }) =>
    show === undefined ? howYouAreSeen(await ledger.people.isHidden(request.group, request.asker.id)) : setHidden(show === 'hide', request, ledger),
}

export const controls: Answers<typeof privacy>['controls'] = {}

const hideMe: Button = { label: 'Hide me', control: runControl.text({ line: 'privacy hide' }), primary: false }
const deleteAll: Button = { label: 'Delete my data', control: runControl.text({ line: 'forget' }), primary: false }
const showMe: Button = { label: 'Show me', control: runControl.text({ line: 'privacy show' }), primary: false }

async function setHidden(hidden: boolean, request: Request, { people }: Services['ledger']): Promise<Screen> {
  await people.setHidden(personSeen(request), hidden)
  return hidden
    ? notice('You’re hidden', [['Your name no longer shows up on leaderboards and lists. Older posts may still show it. ', ...ownPoints], totals, larger], [showMe])
    : notice('You’re visible again', [['You’re back on leaderboards and lists, with all your points.'], others], [hideMe])
}

export function howYouAreSeen(hidden: boolean): Screen {
  return hidden
    ? notice('You’re hidden', [['Your name doesn’t show up on leaderboards and lists. Posts from before you hid may still show it. ', ...ownPoints], totals, larger], [showMe, deleteAll])
    : notice('You’re visible', [['Others see your name, points, accuracy, and streak on leaderboards, and your name in the list of people who were right.'], others], [hideMe, deleteAll])
}

const ownPoints: Text = ['You can still see your points: ', command('me')]

/** As `core/small-groups.ts` has it. */
const totals: Text = [
  'Your answers still count in a question’s totals, without your name. If fewer than five people answered, or all visible people chose the same, the question shows no totals and no names.',
]

const larger: Text = ['Otherwise, people who compare the totals with the names can tell how many hidden people were right.']

const others: Text = ['Each closed question also shows how many people chose each option. In a small group, that can be enough to tell what you chose.']
