// What becomes of the connection to Slack when it is cut, or falls silent. The table of all faults stands in slack-faults.test.ts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { report } from '../../src/ops/health.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService } from '../../src/service.ts'
import { startFakeSlack, type FakeSlack } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { startDrivenProcess } from './driven-process.ts'
import { textOf } from './slack-town.ts'
import { due, good, settled } from './slack-two-channels.ts'

const cut = ({ sockets }: FakeSlack) => sockets.open.forEach((socket) => socket.terminate())
/** As a line that is dead without a word: nothing is read, nothing is answered, nothing is closed. */
const silence = ({ sockets }: FakeSlack) => sockets.open.forEach((socket) => socket.pause())

test('a connection that is cut in the middle of a press: the press comes again over the next one, and counts once', async () => {
  const town = await settled()
  const { slack, bob } = town
  await town.wait(due)
  // Slack does not say who Bob is, so that his press is under way for a moment.
  slack.fail('users.info', { kind: 'hang', stored: false })
  const answered = town.answerOnce(bob, town.postIn(good))
  await until(() => slack.calls('users.info').some(({ user }) => user === bob), 'the press under way')
  cut(slack)
  await until(() => !town.ready(), 'the loss to be seen')
  await until(() => town.ready(), 'the next connection')
  const delivered = await answered
  expect((await slack.again(delivered)).ack.inTime).toBe(true)
  expect((await slack.again(delivered)).ack.inTime).toBe(true)
  expect(await town.type(bob, 'me')).toContain('1 point, 1 of 1 right')
  expect(slack.whispers(bob).map(textOf).filter((text) => text.includes('✅ Right'))).toHaveLength(1)
  expect(town.faults.filter((line) => !line.startsWith('WebSocket error'))).toEqual([])
})

test('while there is no connection, rounds are posted all the same', async () => {
  const town = await settled()
  town.slack.fail('apps.connections.open', { kind: 'status', status: 503, stored: false }, 2)
  cut(town.slack)
  await until(() => !town.ready(), 'the loss to be seen')
  await town.wait(due)
  expect(town.counts()).toEqual([1, 1])
  await until(() => town.ready(), 'the next connection')
  expect(await town.answer(town.bob, town.postIn(good), true)).toContain('✅ Right')
})

const tokens = ({ world, apiUrl }: FakeSlack) => ({ SLACK_BOT_TOKEN: world.botToken, SLACK_APP_TOKEN: world.appToken, SLACK_API_URL: apiUrl })

test('a connection that is dead without a word is noticed within a minute and replaced; where none comes, the process ends with an error', async () => {
  const slack = await startFakeSlack()
  onTestFinished(() => slack.close())
  slack.addUser('U0ADA', 'Ada')
  slack.addChannel(good)
  const bot = await startDrivenProcess(tokens(slack))
  await bot.becomes(200)

  // No new one either until the loss was seen, so that it cannot be over before somebody looks.
  slack.fail('apps.connections.open', { kind: 'status', status: 503, stored: false }, Infinity)
  silence(slack)
  expect(await bot.becomes(503)).toBeLessThan(60_000)
  slack.world.faults.splice(0)
  await bot.becomes(200)
  // The dead line is still there on Slack's side, and gone for the bot.
  for (const socket of slack.sockets.open) if (socket.isPaused) socket.terminate()
  await until(() => slack.sockets.open.size === 1, 'the old line to be gone')
  const { ack } = await bot.during(slack.command('U0ADA', good, 'help'))
  expect(ack.inTime).toBe(true)

  // Now new connections say nothing either.
  slack.keepSilent(true)
  silence(slack)
  await bot.becomes(503)
  expect(await bot.end()).toEqual({ status: 1 })
  expect(bot.log()).toContain('no platform has been connected for too long')
  expect(bot.log()).not.toContain('nobody')
  for (const token of [slack.world.botToken, slack.world.appToken]) expect(bot.log()).not.toContain(token)
})

test('a process whose token is revoked stays, since a new start would not mend that, and says at /readyz that it cannot work', async () => {
  const slack = await startFakeSlack()
  const ada = slack.addUser('U0ADA', 'Ada').id
  slack.addChannel(good)
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-faults-'))
  const environment = { ...tokens(slack), DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules' }
  const { stdin: input, stdout: output } = process
  // Beats come faster than each minute.
  const heartbeat = (beat: () => Promise<void>) => {
    const timer = setInterval(() => void beat(), 100)
    return { stop: async () => clearInterval(timer) }
  }
  const service = await startService(await readConfig(environment), { now: Date.now, heartbeat, log: createLog('error', () => undefined), zone: 'UTC', input, output, userName: 'nobody' }, () => undefined)
  onTestFinished(async () => {
    await service.stop()
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await slack.command(ada, good, 'setup 09:00 UTC')
  slack.world.tokenFault = 'token_revoked'
  await slack.command(ada, good, 'now')
  await until(() => service.health.platforms()['slack'] === false, 'the refusal to be seen')
  expect(await report('/readyz', service.health)).toMatchObject({ status: 503, body: { ready: false, alive: true, platforms: { slack: false } } })
  expect((await report('/healthz', service.health)).status).toBe(200)
  expect(service.connected()).toBe(true)
  slack.world.tokenFault = null
  await slack.command(ada, good, 'now')
  await until(() => service.health.platforms()['slack'], 'the success to be seen')
  expect((await report('/readyz', service.health)).status).toBe(200)
})
