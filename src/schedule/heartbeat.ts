// One beat a minute. Each beat asks the ledger what is due, so a lost beat delays a round by a minute at most.
import type { ScheduledTask } from 'node-cron'

export type Heartbeat = { readonly stop: () => Promise<void> }

/** In milliseconds. node-cron computes for a while before its first beat; a start should not wait for that. */
const headStart = 500
/** How often to check whether the machine's clock was set, in milliseconds of monotonic time. */
const checkEvery = 5_000
/** A clock that is only being synchronized moves by less than this between two checks, in milliseconds. */
const clockWasSet = 2_000
/** In milliseconds. node-cron skips a beat that it is later for; its default of a second soon passes when many answers arrive. */
const latestBeat = 50_000
/** A minute, plus what a busy event loop may need, in milliseconds. */
const longestSilence = 75_000

/**
 * Calls `beat` at the start of each minute, and at once after the clock was set.
 *
 * node-cron loses an hour of beats when the clocks of the machine's own zone go back, even with its `timezone` option; so the
 * process runs in UTC (`runInUtc` in config/config.ts). It also sleeps until a minute that it has computed before: for a day, if the
 * clock is set back by a day. So it is restarted after the clock was set, and whenever it has been silent for too long.
 */
export function startHeartbeat(beat: () => void): Heartbeat {
  const state = { task: undefined as ScheduledTask | undefined, stopped: false, beatAt: performance.now(), ahead: aheadOfTime() }

  function beatNow(): void {
    state.beatAt = performance.now()
    beat()
  }

  async function restart(): Promise<void> {
    const { schedule } = await import('node-cron')
    const before = state.task
    const options = { timezone: 'UTC', name: 'heartbeat', suppressMissedWarning: true, missedExecutionTolerance: latestBeat }
    if (!state.stopped) state.task = schedule('* * * * *', beatNow, options)
    await before?.destroy()
  }

  function checkClock(): void {
    const ahead = aheadOfTime()
    const wasSet = Math.abs(ahead - state.ahead) > clockWasSet
    state.ahead = ahead
    if (!wasSet && performance.now() - state.beatAt < longestSilence) return
    void restart()
    beatNow()
  }

  const timer = setTimeout(() => void restart(), headStart)
  const checking = setInterval(checkClock, checkEvery)
  return {
    stop: async () => {
      state.stopped = true
      clearTimeout(timer)
      clearInterval(checking)
      await state.task?.destroy()
    },
  }
}

/** How far the machine's clock is ahead of monotonic time, in milliseconds. It changes only if the clock is set. */
const aheadOfTime = () => Date.now() - performance.now()
