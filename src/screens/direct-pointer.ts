// Points to a session that goes on in the direct messages with the bot.
import { notice } from './notice.ts'
import type { Screen } from './screen.ts'

/** @param session what it is, as the beginning of a sentence: `Your exam`. A platform adds a link to the message if it can. */
export function directPointer(session: string): Screen {
  return notice(`${session} is in your messages with me`, [['Only you see it there, and you can stop and go on whenever you like.']])
}
