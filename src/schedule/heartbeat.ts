// One beat a minute. Nothing is decided here: what is due is asked of the ledger, so a lost beat costs at most a minute.

export type Heartbeat = { readonly stop: () => Promise<void> }

/**
 * Calls `beat` at the start of each minute.
 *
 * node-cron loses an hour of beats when the clocks of the machine's own zone go back, even with its `timezone` option; so the
 * process runs in UTC (main.ts sets TZ first of all).
 */
export async function startHeartbeat(beat: () => void): Promise<Heartbeat> {
  const { schedule } = await import('node-cron')
  const task = schedule('* * * * *', beat, { timezone: 'UTC', name: 'heartbeat', suppressMissedWarning: true })
  return { stop: async () => task.destroy() }
}
