// One beat a minute. Nothing is decided here: what is due is asked of the ledger, so a lost beat costs at most a minute.
import { schedule } from 'node-cron'

export type Heartbeat = { readonly stop: () => Promise<void> }

/**
 * Calls `beat` at the start of each minute, and once right away for what became due while the bot was not running.
 *
 * node-cron loses an hour of beats when the clocks of the machine's own zone go back, even with its `timezone` option; so the
 * process runs in UTC (main.ts sets TZ first of all).
 */
export function startHeartbeat(beat: () => void): Heartbeat {
  const task = schedule('* * * * *', beat, { timezone: 'UTC', name: 'heartbeat', suppressMissedWarning: true })
  beat()
  return { stop: async () => task.destroy() }
}
