// Turns what Slack sent, and who sent it, into a request for the bot.
import type { Commands } from '../../../commands/commands.ts'
import { minute, type Instant } from '../../../core/time.ts'
import { readFormName } from '../../../screens/form.ts'
import type { Press, Request, Requester } from '../../../screens/request.ts'
import type { Handler } from '../../platform.ts'
import { groupId, placeId, type TeamId } from '../ids.ts'
import { isForManagers, readCommandLine } from './command-line.ts'
import type { Asking } from './incoming.ts'

/** `messagesName`: the workspace in the names of messages, where one app serves many. */
type Context = { readonly asker: Requester; readonly team: TeamId; readonly messagesName?: TeamId | undefined; readonly commands: Commands; readonly arrived: Instant }

export function toRequest(incoming: Asking, { asker, team, messagesName, commands, arrived }: Context): Request {
  const { event, channel } = incoming.from
  const common = { event, at: arrived, group: groupId(team), place: channel === null ? null : placeId(team, channel), asker }
  switch (incoming.kind) {
    case 'press':
      return { ...common, at: pressedAt(incoming.at, arrived), kind: 'press', ...pressed(incoming, messagesName) }
    case 'command':
      return { ...common, kind: 'command', command: readCommandLine(incoming.line, team, commands), ...(incoming.file === undefined ? {} : { file: incoming.file }) }
    case 'form':
      return { ...common, kind: 'form', ...readFormName(incoming.form), values: incoming.values }
    case 'home':
      return { ...common, kind: 'home' }
    case 'hello':
      return { ...common, kind: 'hello', offer: null }
    case 'unclear':
      return { ...common, kind: 'unclear', of: incoming.of, otherwise: incoming.line === null ? null : readCommandLine(incoming.line, team, commands) }
  }
}

function pressed({ control, chosen, filled, message }: Extract<Asking, { kind: 'press' }>, team: TeamId | undefined): Pick<Press, 'control' | 'chosen' | 'filled' | 'message'> {
  return { control, chosen, ...(filled === null ? {} : { filled }), ...(message === null ? {} : { message: team === undefined ? message : `${team}/${message}` }) }
}

/** No press takes longer than this to arrive: Slack redelivers for 5 minutes at most. */
const longestTransit = 10 * minute

/** When it was pressed, not when it arrived, so that a redelivered press does not undo a later one. */
function pressedAt(pressed: Instant | null, arrived: Instant): Instant {
  return pressed !== null && Math.abs(arrived - pressed) < longestTransit ? Math.round(pressed) : arrived
}

/** Whether the answer depends on the asker's rights, so that it is worth waiting for Slack to say who they are. */
export function needsRights(incoming: Asking, commands: Commands, handler: Pick<Handler, 'traitsOf'>): boolean {
  switch (incoming.kind) {
    case 'press':
      return handler.traitsOf(incoming.control)?.rights === true
    case 'command':
      return isForManagers(incoming.line, commands)
    case 'form':
      return true
    case 'unclear':
      return incoming.line !== null && isForManagers(incoming.line, commands)
    case 'home':
    case 'hello':
      return false
  }
}
