// Why a manager's action is refused, and who can help.
import type { Refusal } from '../../core/manage.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, people } from '../../screens/text.ts'

export function refused(why: Refusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
      return refusal('No daily question here yet', [['Set one up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (use your own time and zone).']])
    case 'may-not-set-up':
      return refusal('Only some people can set this up', [['Setting up a daily question here takes a member who may manage the server or workspace. Ask one of them.']])
    case 'not-a-manager':
      return refusal('Only managers can do that', [
        why.managers.length === 0
          ? ['Owners and admins manage this quiz.']
          : ['This quiz is managed by ', ...people(why.managers), ', and by owners and admins. Ask one of them to add you with ', command('managers add @name'), '.'],
      ])
    case 'last-manager':
      return refusal('A quiz needs a manager', [
        ['The manager hears when a question can’t be posted. Add another one first with ', command('managers add @name'), '.'],
      ])
    case 'already-so':
      return notice('Nothing to change', [[command('status'), ' shows the current settings.']])
  }
}
