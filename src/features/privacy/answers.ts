// Keeping somebody off boards and out of lists, or showing them again.
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import type { Services } from '../services.ts'
import type { privacy } from './face.ts'

export const commands: Answers<typeof privacy>['commands'] = {
  privacy: async ({ show }, request, { ledger }) =>
    show === undefined ? howYouAreSeen(await ledger.people.isHidden(request.group, request.asker.id)) : setHidden(show === 'hide', request, ledger),
}

export const controls: Answers<typeof privacy>['controls'] = {}

const hideMe: Button = { label: 'Hide me', control: runControl.text({ line: 'privacy hide' }), primary: false }
const showMe: Button = { label: 'Show me', control: runControl.text({ line: 'privacy show' }), primary: false }

async function setHidden(hidden: boolean, request: Request, { people }: Services['ledger']): Promise<Screen> {
  await people.setHidden(personSeen(request), hidden)
  return hidden
    ? notice("You’re hidden", [['You no longer show up on leaderboards and lists. You can still see your points: ', command('me')]], [showMe])
    : notice("You’re visible again", [["You’re back on leaderboards and lists, with all your points."]], [hideMe])
}

export function howYouAreSeen(hidden: boolean): Screen {
  return hidden
    ? notice('You’re hidden', [['You don’t show up on leaderboards and lists. You can still see your points: ', command('me')]], [showMe])
    : notice(
        'You’re visible',
        [['Others see your name, points, accuracy, and streak on leaderboards, and your name in the list of people who were right. Nobody sees what you answered.']],
        [hideMe],
      )
}
