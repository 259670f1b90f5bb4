// The bot as a whole: the door for requests, and what is done each minute.
import type { Instant } from '../core/time.ts'
import { createDelivery, type Work } from '../delivery/delivery.ts'
import type { Desk } from '../features/services.ts'
import { createDoor } from './router.ts'
import { createLiveCount, type Later } from '../delivery/live-count.ts'
import { platformOf, type Platform } from '../platforms/platform.ts'
import { refreshRoster } from './roster.ts'

export type Bot = {
  /** Connects every platform. Fails where one of them cannot start. */
  readonly start: () => Promise<void>
  /** All that is due at this moment: rounds to post, to close, to redraw, people to ask about. Never fails; faults are logged. */
  readonly tick: () => Promise<void>
  /** Takes no more requests, and waits for what is in hand. */
  readonly stop: () => Promise<void>
}

/**
 * @param now the clock
 * @param later runs something after a while; the function that comes back takes that back
 */
export function createBot(desk: Desk, platforms: readonly Platform[], now: () => Instant, later: Later = byTimer): Bot {
  const byName = new Map(platforms.map((platform) => [platform.name, platform]))
  const work: Work = { desk, now, platform: (id) => byName.get(platformOf(id) ?? 'terminal') }
  const liveCount = createLiveCount(work, later)
  const delivery = createDelivery(work, liveCount, later)
  const inHand = new Set<Promise<void>>()

  function tick(): Promise<void> {
    const work = delivery
      .tick()
      .then(() => refreshRoster(desk, byName, now()))
      .catch((fault: unknown) => desk.log.error({ fault }, 'a beat failed; the next one takes it up again'))
      .finally(() => inHand.delete(work))
    inHand.add(work)
    return work
  }

  const door = createDoor(desk, {
    send: () => void tick(),
    counted: liveCount.counted,
    tell: async (person, screen) => (await work.platform(person)?.tell(person, screen)) ?? false,
  })
  return {
    start: async () => {
      await Promise.all(platforms.map((platform) => platform.start(door)))
    },
    tick,
    stop: async () => {
      delivery.stop()
      liveCount.stop()
      await Promise.all(inHand)
      await Promise.all(platforms.map((platform) => platform.stop()))
    },
  }
}

const byTimer: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
