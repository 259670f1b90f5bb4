// Keeping somebody off boards and out of lists, or showing them again.
import { notice } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import type { Services } from '../services.ts'
import type { privacy } from './face.ts'

export const commands: Answers<typeof privacy>['commands'] = {
  privacy: async ({ show }, request, { ledger }) =>
    show === undefined ? howYouAreSeen(await ledger.people.isHidden(request.group, request.asker.id)) : setHidden(show === 'hide', request, ledger),
}

export const controls: Answers<typeof privacy>['controls'] = {}

async function setHidden(hidden: boolean, request: Request, { people }: Services['ledger']): Promise<Screen> {
  await people.setHidden(personSeen(request), hidden)
  return hidden
    ? notice('You are hidden', [['You are on no board and in no list from now on. Your answers still count for you: ', command('me'), '.']])
    : notice('You are shown again', [['Boards and lists have you as before.']])
}

export function howYouAreSeen(hidden: boolean): Screen {
  return hidden
    ? notice('You are hidden', [
        ['You are on no board and in no list. Your answers still count for you: ', command('me'), '.'],
        ['Show yourself again with ', command('privacy show'), '.'],
      ])
    : notice('You are shown', [
        ['Others see your name, points, accuracy and streak on boards, and your name among those who were right. Nobody sees what you answered.'],
        ['Hide yourself with ', command('privacy hide'), '.'],
      ])
}
