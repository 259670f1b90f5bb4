// /readyz turned green in an outage, once the question was given up, though every call still failed and nobody had been told. With nothing
// due it stayed green through a day of failing calls and an answer that couldn't be shown. And of a database that was gone it only said
// "false", and that at the next beat.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { report } from '../../src/ops/health.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService } from '../../src/service.ts'
import { onMessage, startFakeSlack } from '../fakes/slack/fake-slack.ts'

const channel = 'C0STUDY'
const methods = ['chat.postMessage', 'chat.update', 'conversations.history', 'conversations.open', 'users.info', 'auth.test']

type Ready = { readonly status: number; readonly body: { readonly problems: readonly string[]; readonly posting: boolean; readonly database: boolean } }

/** A whole process with a daily question at nine, on a clock that the test sets. */
async function open(at: string) {
  const clock = { now: Date.parse(at) }
  const slack = await startFakeSlack(() => clock.now)
  const ada = slack.addUser('U0ADA', 'Ada').id
  slack.addChannel(channel)
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-readyz-'))
  const file = join(folder, 'studyhall.sqlite')
  const config = await readConfig({ SLACK_BOT_TOKEN: slack.world.botToken, SLACK_APP_TOKEN: slack.world.appToken, SLACK_API_URL: slack.apiUrl, DATABASE_FILE: file, COURSE_FOLDER: 'tests/courses/house-rules' })
  const heart = { beat: async () => {} }
  const heartbeat = (beat: () => Promise<void>) => {
    heart.beat = beat
    return { stop: async () => {} }
  }
  const { stdin: input, stdout: output } = process
  const service = await startService(config, { now: () => clock.now, heartbeat, log: createLog('error', () => undefined), zone: 'UTC', input, output, userName: 'nobody' }, () => undefined)
  onTestFinished(async () => {
    await service.stop().catch(() => undefined)
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await slack.command(ada, channel, 'setup 09:00 UTC topics=repairs')
  await vi.waitFor(() => expect(slack.messages(channel)).toHaveLength(1), { timeout: 60_000 })
  const readyz = async () => (await report('/readyz', service.health)) as Ready
  const until = async (moment: string) => {
    clock.now = Date.parse(moment)
    await heart.beat()
    return readyz()
  }
  const fail = () => {
    for (const method of methods) slack.fail(method, { kind: 'status', status: 403, stored: false }, Infinity)
  }
  return { slack, ada, file, until, readyz, fail, mend: () => void slack.world.faults.splice(0) }
}

it('stays red from the first question that cannot be posted until somebody has heard', { timeout: 120_000 }, async () => {
  const { until, fail, mend, slack, ada } = await open('2026-03-02T08:00:00Z')
  expect(await until('2026-03-02T08:30Z')).toMatchObject({ status: 200, body: { problems: [] } })
  fail()
  await until('2026-03-02T09:00Z')
  const waiting = await until('2026-03-02T09:11Z')
  expect(waiting).toMatchObject({ status: 503, body: { posting: false } })
  expect(waiting.body.problems).toEqual([
    expect.stringMatching(/^A question has been waiting to be posted since 2026-03-02 09:00 UTC\. .*HTTP 403/u),
    'Slack hasn’t answered the bot since 2026-03-02 09:00 UTC (HTTP 403).',
  ])
  const lost = await until('2026-03-02T15:01Z')
  expect(lost).toMatchObject({ status: 503, body: { posting: true } })
  expect(lost.body.problems[0]).toMatch(/^1 question wasn’t posted, and nobody could be told yet\. .*HTTP 403/u)
  mend()
  // Calls come through again, and the news goes with the next beat.
  expect(await until('2026-03-02T15:02Z')).toMatchObject({ status: 200, body: { problems: [] } })
  expect(slack.messages(`D${ada}`).length).toBeGreaterThan(0)
})

it('turns red in an outage in which nothing is due, with the answer that cannot be shown', { timeout: 120_000 }, async () => {
  const { until, fail, mend } = await open('2026-03-02T08:00:00Z')
  await until('2026-03-02T09:00Z')
  fail()
  expect(await until('2026-03-02T09:05Z')).toMatchObject({ status: 200 })
  expect(await until('2026-03-02T12:00Z')).toMatchObject({ status: 503, body: { problems: [expect.stringContaining('hasn’t answered')] } })
  await until('2026-03-03T08:00Z')
  const closed = await until('2026-03-03T08:15Z')
  expect(closed.body.problems).toContainEqual(expect.stringMatching(/^1 closed question doesn’t show the answer yet\. .*HTTP 403/u))
  mend()
  expect(await until('2026-03-03T08:20Z')).toMatchObject({ status: 200, body: { problems: [] } })
})

it('says at once what happened to a database, and what to do', { timeout: 120_000 }, async () => {
  const { slack, until, readyz, file } = await open('2026-03-02T08:00:00Z')
  await until('2026-03-02T09:00Z')
  const bob = slack.addUser('U0BOB', 'Bob').id
  rmSync(file)
  const post = slack.messages(channel).find(({ metadata }) => metadata !== undefined)
  if (post === undefined) throw new Error('nothing was posted')
  await slack.press(bob, onMessage(post), 'A')
  await vi.waitFor(async () => expect((await readyz()).status).toBe(503), { timeout: 60_000 })
  expect((await readyz()).body).toMatchObject({ database: false, problems: [expect.stringContaining('was removed or replaced while the bot was running')] })
  await vi.waitFor(async () => expect((await readyz()).body.problems[0]).toContain('study -- restore'), { timeout: 60_000 })
})

it('is not red for a channel that is off', { timeout: 120_000 }, async () => {
  const { slack, ada, until, fail, mend } = await open('2026-03-02T08:00:00Z')
  fail()
  await until('2026-03-02T09:00Z')
  await until('2026-03-02T15:01Z')
  mend()
  const told = slack.whispers(ada).length
  await slack.command(ada, channel, 'off 2026-03-02')
  await vi.waitFor(() => expect(slack.whispers(ada).length).toBeGreaterThan(told), { timeout: 60_000 })
  expect(await until('2026-03-02T15:30Z')).toMatchObject({ status: 200, body: { problems: [] } })
})
