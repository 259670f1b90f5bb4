import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { bareEnvironment } from './fakes/bare-environment.ts'

/** Only ends a process that would never end. */
const tooLong = 10 * 60_000

// node-cron 4.6 loses an hour of beats where the machine's own clocks go back, so the process must not be in such a zone.
it.each(['America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe'])('on a machine in %s the process runs in UTC and knows the zone for the terminal', (TZ) => {
  const script = `
    import { runInUtc } from './src/config/config.ts'
    const zone = runInUtc()
    const doubled = new Date('2026-11-01T09:30:00.500Z')
    doubled.setMilliseconds(0)
    console.log(zone, new Date().getTimezoneOffset(), doubled.toISOString(), Temporal.Now.timeZoneId())`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: bareEnvironment({ TZ }) })
  expect(run.stdout.trim()).toBe(`${TZ} 0 2026-11-01T09:30:00.000Z UTC`)
})

it('the heartbeat keeps no process alive after its stop', () => {
  const script = `
    import { startHeartbeat } from './src/schedule/heartbeat.ts'
    const heartbeat = startHeartbeat(() => console.log('beat'))
    setTimeout(() => heartbeat.stop(), 1500)`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: tooLong, env: bareEnvironment({ TZ: 'UTC' }) })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
})
