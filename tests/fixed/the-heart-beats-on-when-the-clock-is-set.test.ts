// node-cron sleeps until the minute that it has computed: where the machine's clock was set back by a day, no round was posted for a
// day, and /healthz called that alive. Set forward, or held up for more than a second, it left beats out.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import 'node-cron'
import { startHeartbeat, type Heartbeat } from '../../src/schedule/heartbeat.ts'

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]
const beats: number[] = []
let heartbeat: Heartbeat

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'], now: Date.UTC(2026, 10, 23, 8) })
  beats.length = 0
  heartbeat = startHeartbeat(() => beats.push(Date.now()))
  await pass(3 * minute + second)
})

afterEach(async () => {
  await heartbeat.stop()
  vi.useRealTimers()
})

/** In steps, so that what waits for a promise comes to its turn. */
async function pass(time: number): Promise<void> {
  for (let passed = 0; passed < time; passed += second) {
    await vi.advanceTimersByTimeAsync(second)
    if (passed < 3 * second) await new Promise(setImmediate)
  }
}

test('it beats once a minute', () => {
  expect(beats.map((at) => new Date(at).toISOString().slice(11, 19))).toEqual(['08:01:00', '08:02:00', '08:03:00'])
})

test.each([
  ['back by a minute', -minute], ['back by hours', -5 * hour], ['back by days', -3 * day],
  ['forward by hours', 5 * hour], ['forward by days', 3 * day], ['forward by a year', 365 * day],
])('it beats at once and goes on when the clock is set %s', async (_, by) => {
  beats.length = 0
  vi.setSystemTime(Date.now() + by)
  await pass(10 * second)
  expect(beats).toHaveLength(1)
  await pass(5 * minute)
  expect(beats).toHaveLength(6)
})

test('it makes up for a beat that the machine has slept through', async () => {
  await pass(50 * second)
  beats.length = 0
  vi.setSystemTime(Date.now() + 30 * second)
  await pass(10 * second)
  expect(beats.length).toBeGreaterThan(0)
})

test('it is silent after its stop, whatever the clock does', async () => {
  await heartbeat.stop()
  beats.length = 0
  vi.setSystemTime(Date.now() - day)
  await pass(3 * minute)
  expect(beats).toEqual([])
})
