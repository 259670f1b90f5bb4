// Why a manager's action is refused, and who can help.
import { mostRanges } from '../core/date-range.ts'
import type { Refusal } from '../core/manage.ts'
import { notice, refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, people } from '../screens/text.ts'

export function refused(why: Refusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
      return refusal('No daily question here yet', [['Set one up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (use your own time and zone).']])
    case 'may-not-set-up':
      return refusal('You can’t set this up', [['On Slack, guests can’t set up a daily question. On Discord, you need Manage Server. Ask somebody who can.']])
    case 'not-a-manager':
      return refusal('Only managers can do that', [
        why.managers.length === 0
          ? ['Owners and admins manage this daily question.']
          : ['Ask a manager to add you with ', command('managers add @name'), '. Managers: ', ...people(why.managers), ', and all owners and admins.'],
      ])
    case 'last-manager':
      return refusal('Add another manager first', [
        ['This is the last manager who’s still here. Without one, nobody hears when a question can’t be posted. Add another with ', command('managers add @name'), ', then try again.'],
      ])
    case 'too-many-days-off':
      return refusal('Too many days off', [[`This channel already has ${mostRanges} days off ahead. Remove some first: `, command('off')]])
    case 'already-so':
      return notice('Nothing to change', [[command('status'), ' shows the current settings.']])
  }
}
