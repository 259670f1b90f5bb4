// Points to a session that goes on in the direct messages with the bot.
import { notice } from './notice.ts'
import type { Screen } from './screen.ts'
import { moment, type Text } from './text.ts'
import type { Instant, Zone } from '../core/time.ts'

/**
 * A platform adds a link to the message if it can.
 *
 * @param session what it is, as the beginning of a sentence: `Your exam`
 * @param end when its time is up; absent for one without a clock
 */
export function directPointer(session: string, end?: { readonly at: Instant; readonly zone: Zone }): Screen {
  const pace: Text = end === undefined ? [', and you can stop and go on whenever you like.'] : ['. The clock is running: it ends at ', moment(end.at, end.zone, 'time'), '.']
  return notice(`${session} is in your messages with me`, [['Only you see it there', ...pace]])
}
