// One beat a minute. Nothing is decided here: what is due is asked of the ledger, so a lost beat costs at most a minute.
import type { ScheduledTask } from 'node-cron'

export type Heartbeat = { readonly stop: () => Promise<void> }

/** node-cron computes for a while before its first beat; whoever has just started the bot should not wait for that. */
const headStart = 500
/** How often it is looked whether the clock was set, in milliseconds that pass whatever the clock says. */
const lookEvery = 5_000
/** A clock that is kept in time moves by less than this between two looks. */
const clockWasSet = 2_000
/** node-cron leaves out what it comes to later than this; its own second is soon over where many answers arrive. */
const stillInTime = 50_000
/** A minute, and what a busy event loop may need. */
const longestSilence = 75_000

/**
 * Calls `beat` at the start of each minute, and at once where the clock was set.
 *
 * node-cron loses an hour of beats when the clocks of the machine's own zone go back, even with its `timezone` option; so the
 * process runs in UTC (main.ts sets TZ first of all). It also sleeps until the minute that it has computed before: where the
 * machine's clock is set back by a day, for a day. So it is begun anew then, and where it was silent for any other reason.
 */
export function startHeartbeat(beat: () => void): Heartbeat {
  const state = { task: undefined as ScheduledTask | undefined, stopped: false, beatAt: performance.now(), ahead: aheadOfTime() }

  function beatNow(): void {
    state.beatAt = performance.now()
    beat()
  }

  async function begin(): Promise<void> {
    const { schedule } = await import('node-cron')
    const before = state.task
    if (!state.stopped) state.task = schedule('* * * * *', beatNow, { timezone: 'UTC', name: 'heartbeat', suppressMissedWarning: true, missedExecutionTolerance: stillInTime })
    await before?.destroy()
  }

  function look(): void {
    const ahead = aheadOfTime()
    const wasSet = Math.abs(ahead - state.ahead) > clockWasSet
    state.ahead = ahead
    if (!wasSet && performance.now() - state.beatAt < longestSilence) return
    void begin()
    beatNow()
  }

  const timer = setTimeout(() => void begin(), headStart)
  const looking = setInterval(look, lookEvery)
  return {
    stop: async () => {
      state.stopped = true
      clearTimeout(timer)
      clearInterval(looking)
      await state.task?.destroy()
    },
  }
}

/** By how much the machine's clock is ahead of the time that has passed since the start. */
const aheadOfTime = () => Date.now() - performance.now()
