// One beat a minute. Nothing is decided here: what is due is asked of the ledger, so a lost beat costs at most a minute.
import type { ScheduledTask } from 'node-cron'

export type Heartbeat = { readonly stop: () => Promise<void> }

/** node-cron computes for a while before its first beat; whoever has just started the bot should not wait for that. */
const headStart = 500

/**
 * Calls `beat` at the start of each minute.
 *
 * node-cron loses an hour of beats when the clocks of the machine's own zone go back, even with its `timezone` option; so the
 * process runs in UTC (main.ts sets TZ first of all).
 */
export function startHeartbeat(beat: () => void): Heartbeat {
  let task: ScheduledTask | undefined
  let stopped = false
  async function begin(): Promise<void> {
    const { schedule } = await import('node-cron')
    if (!stopped) task = schedule('* * * * *', beat, { timezone: 'UTC', name: 'heartbeat', suppressMissedWarning: true })
  }
  const timer = setTimeout(() => void begin(), headStart)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await task?.destroy()
    },
  }
}
