// What people see who ask outside of all groups, as in a direct message on Discord, for something that can't be told there.
import { notice, refusal } from './notice.ts'
import type { Screen } from './screen.ts'
import { command } from './text.ts'

/** The platform doesn't say whether they are still in the server. */
export function cannotTell(): Screen {
  return refusal('I can’t check your servers right now', [['I don’t know whether you’re still in the server. Try again in a minute, or ask in the channel.']])
}

export function leftThatServer(): Screen {
  return refusal('You’re not in that server anymore', [['This is about a server that you left. If you join it again, everything you did there is back. ', command('today'), ' shows your other channels.']])
}

/** For somebody who takes part nowhere that the bot knows of. @param line what they asked for */
export function noChannelAnywhere(line: string): Screen {
  return notice('You don’t have a channel yet', [
    ['Go to a channel with a daily question in a server, and answer it there. After that, ', command(line), ' works here, too.'],
    ['You can study on your own right away: ', command('practice')],
  ])
}

/** A server's admins are known there alone. */
export function managesNothingAnywhere(): Screen {
  return refusal('Only managers can do that', [
    ['You aren’t a manager of any daily question. A manager can add you with ', command('managers add @name'), ' in the channel.'],
    ['If you’re an admin of the server, use the command in the channel: I can’t see your rights in a direct message.'],
  ])
}

export function setUpThere(): Screen {
  return refusal('Set it up in the channel', [['A daily question belongs to a channel of a server. Go there and type ', command('setup'), '. You need Manage Server.']])
}
