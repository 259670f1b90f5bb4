// Socket Mode over hours: connections end, tokens are revoked, frames come that nobody knows; the process lives on.
import { expect, onTestFinished, test, vi } from 'vitest'
import { livedTime } from '../../fakes/lived-time.ts'
import { until } from '../../fakes/until.ts'
import { startedStage, whispered } from './stage.ts'

/** Whatever nobody caught would end the process of the bot. */
function watchForUncaught(): unknown[] {
  const uncaught: unknown[] = []
  const note = (reason: unknown) => void uncaught.push(reason)
  process.on('unhandledRejection', note)
  onTestFinished(() => void process.off('unhandledRejection', note))
  return uncaught
}

test.each(['warning', 'refresh_requested', 'too_many_websockets'])('connects anew at once when Slack ends a connection (%s)', async (reason) => {
  const { platform, slack } = await startedStage()
  const [before] = slack.sockets.open
  const start = livedTime()
  slack.sockets.recycle(reason)
  await until(() => platform.healthy() && ![...slack.sockets.open].includes(before as never), 'a new connection')
  // The client by itself leaves 5 s without a socket.
  expect(livedTime() - start).toBeLessThan(4_000)
  await slack.command('U0ADA', 'C0STUDY', 'help')
  await whispered(slack, 'U0ADA', 'An answer')
})

test('is not healthy while there is no connection, and is again when there is', async () => {
  const { platform, slack } = await startedStage()
  slack.fail('apps.connections.open', { kind: 'status', status: 503, stored: false }, 2)
  for (const socket of slack.sockets.open) socket.terminate()
  await until(() => !platform.healthy(), 'the loss to be seen')
  await until(() => platform.healthy(), 'a new connection')
  expect(slack.sockets.open.size).toBe(1)
})

test('goes on trying where the token is refused while it runs, and says so in the log', async () => {
  const uncaught = watchForUncaught()
  const { platform, slack, log } = await startedStage()
  const { appToken } = slack.world
  slack.world.appToken = 'xapp-another'
  slack.sockets.recycle('refresh_requested')
  await until(() => log.some(({ level, message }) => level === 'error' && message.includes('no connection to Slack')), 'the line in the log')
  expect(platform.healthy()).toBe(false)
  slack.world.appToken = appToken
  await until(() => platform.healthy(), 'a new connection')
  expect(uncaught).toEqual([])
  expect(JSON.stringify(log)).not.toContain(appToken)
})

test('lives through a frame that it does not understand', async () => {
  const uncaught = watchForUncaught()
  const { platform, slack, log } = await startedStage()
  slack.sockets.sendFrame({ envelope_id: 'e1', type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T0STUDY' } })
  await until(() => log.some(({ message }) => message.includes('cannot read')), 'the line in the log')
  await slack.command('U0ADA', 'C0STUDY', 'help')
  await whispered(slack, 'U0ADA', 'An answer')
  expect(platform.healthy()).toBe(true)
  expect(uncaught).toEqual([])
})

test('stops in the middle of a reconnection', async () => {
  const { platform, slack } = await startedStage()
  slack.fail('apps.connections.open', { kind: 'status', status: 503, stored: false }, 100)
  for (const socket of slack.sockets.open) socket.terminate()
  await until(() => !platform.healthy(), 'the loss to be seen')
  await platform.stop()
  const calls = slack.calls('apps.connections.open').length
  await new Promise((resolve) => setImmediate(resolve))
  expect(slack.calls('apps.connections.open').length - calls).toBeLessThanOrEqual(1)
})

test('knows by what Slack says to a new connection whether another process uses the same token', async () => {
  const { platform, slack, another, handler } = await startedStage()
  expect(platform.shared?.()).toBe(false)
  const second = another()
  await second.start(handler)
  expect([platform.shared?.(), second.shared?.()]).toEqual([false, true])
  await platform.stop()
  await until(() => slack.sockets.open.size === 1, 'the end of the first connection')
  slack.sockets.recycle('refresh_requested')
  await until(() => second.healthy() && second.shared?.() === false, 'a connection alone')
})

test('asks Slack again after a while whether another process is still there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const { platform, slack, another, handler } = await startedStage()
  const second = another()
  await second.start(handler)
  await platform.stop()
  expect(second.shared?.()).toBe(true)
  await until(() => slack.sockets.open.size === 1, 'the end of the first connection')
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  await until(() => second.healthy() && second.shared?.() === false, 'a connection alone')
})
