// Why a manager's action is refused, and who can help.
import { mostRanges } from '../core/date-range.ts'
import type { Refusal } from '../core/manage.ts'
import type { Barred, PersonId } from '../core/quiz.ts'
import { notice, refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, people, type Text } from '../screens/text.ts'

export function refused(why: Refusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
      return refusal('No daily question here yet', [['Set one up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (use your own time and zone).']])
    case 'may-not-set-up':
      if (why.barred !== undefined) return barredScreen(why.barred, 'set up')
      return refusal('You can’t set this up', [['On Slack, guests can’t set up a daily question. On Discord, you need Manage Server. Ask somebody who can.']])
    case 'not-a-manager':
      if (why.barred !== undefined) return barredScreen(why.barred, 'manage', why.managers)
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
    case 'follows':
      return refusal('This is decided in another channel', [['This channel shares its daily question. Times, topics, pauses, days off, extra questions, and corrections are decided in the channel that leads, and apply to all.'], ['To see which one that is, or to leave: ', command('share')]])
    case 'already-so':
      return notice('Nothing to change', [[command('status'), ' shows the current settings.']])
  }
}

function barredScreen(barred: Barred, what: 'set up' | 'manage', managers: readonly PersonId[] = []): Screen {
  const who: readonly Text[] = managers.length === 0 ? [] : [['Managers: ', ...people(managers)]]
  const title = what === 'set up' ? 'You can’t set this up' : 'Only managers can do that'
  switch (barred) {
    case 'guest':
      return refusal(title, [[`Guests can’t ${what} a daily question. Ask a full member of this workspace.`], ...who])
    case 'outsider':
      return refusal(title, [[`Only members of the workspace that the bot belongs to can ${what} a daily question. Ask one of them in this channel.`], ...who])
    case 'unknown':
      return refusal('Try again in a minute', [['Slack didn’t say in time who you are, so the bot couldn’t check whether you’re allowed to do that.']])
  }
}
