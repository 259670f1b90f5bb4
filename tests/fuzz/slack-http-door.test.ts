// Slack's door over HTTP: forged, stale, early, spoilt, oversize and replayed requests, before the whole bot and a real ledger.
import { expect, onTestFinished, test } from 'vitest'
import { createSlackPlatform, type SlackPlatform } from '../../src/platforms/slack/platform.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { commandPayload, pressPayload } from '../fakes/slack/payloads.ts'
import type { Raw } from '../fakes/slack/raw.ts'
import { sign } from '../fakes/slack/transport.ts'
import { until } from '../fakes/until.ts'
import { openHouse } from './side.ts'
import type { Seen } from './watch.ts'
import { answerControl } from '../../src/screens/question.ts'
import { commands } from '../catalog.ts'

const secret = 'the-signing-secret-of-the-door'
const form = 'application/x-www-form-urlencoded'
const seconds = () => Math.floor(Date.now() / 1000)

type Sent = { readonly body: string; readonly headers: Record<string, string> }

async function openDoor() {
  const house = await openHouse()
  const slack = await startFakeSlack(house.now)
  slack.addUser('U0BOSS', 'Boss', { admin: true })
  slack.addUser('U2PLAIN', 'Plain')
  slack.addChannel('C0STUDY')
  let platform: SlackPlatform | undefined
  const start = async () => {
    platform = createSlackPlatform({ commands, botToken: slack.world.botToken, apiUrl: slack.apiUrl, signingSecret: secret, port: 0, log: house.services.log, now: house.now })
    await house.open(platform)
  }
  await start()
  onTestFinished(async () => {
    const { problems } = await house.close()
    await slack.close()
    expect(problems).toEqual([])
  })
  const origin = slack.apiUrl.replace('/api/', '')
  const signed = (body: string, at = seconds()): Sent => ({ body, headers: { 'content-type': form, ...sign(secret, body, at) } })
  const post = async ({ body, headers }: Sent) => {
    const response = await fetch(`http://127.0.0.1:${platform?.port()}/slack/events`, { method: 'POST', headers, body })
    return { status: response.status, body: await response.text() }
  }
  const commandBody = (user: string, line: string) => new URLSearchParams(commandPayload(slack.world, origin, user, 'C0STUDY', line) as Record<string, string>).toString()
  const interaction = (payload: Raw) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const command = (user: string, line: string) => signed(commandBody(user, line))
  const press = (user: string, actionId: string) => {
    const message = slack.messages('C0STUDY').at(-1)
    if (message === undefined) throw new Error('no post')
    return signed(interaction(pressPayload(slack.world, origin, user, { kind: 'message', message }, { type: 'button', action_id: actionId }, 'b1', undefined)))
  }
  /** The same ledger under a process that has seen nothing. */
  const restart = async () => {
    await platform?.stop()
    await start()
  }
  /** Sets up, and posts a question with one right answer. */
  const openRound = async (feedback: string) => {
    await post(command('U0BOSS', `setup 09:00 UTC daily open=20h feedback=${feedback}`))
    for (let turn = 0; turn < 40; turn += 1) {
      const posts = slack.messages('C0STUDY').length
      await post(command('U0BOSS', 'now'))
      await until(() => slack.messages('C0STUDY').length > posts, 'a post')
      await house.wait(1)
      const round = await house.services.ledger.rounds.open(`slack:${slack.world.team.id}/C0STUDY`, house.now())
      if (round !== undefined && round.key.length === 1) return round
      // Until it is closed, another one would be refused.
      await house.wait(21 * 60)
    }
    throw new Error('no question with one right answer')
  }
  return { house, slack, signed, post, command, commandBody, press, restart, openRound }
}

test('what Slack has not signed, or not now, changes nothing and learns nothing', async () => {
  const { house, signed, post, commandBody, press, openRound } = await openDoor()
  const round = await openRound('instant')
  const before = house.watch.look()
  const bodies = [commandBody('U0BOSS', 'pause'), commandBody('U0BOSS', 'managers add <@U2PLAIN>'), press('U2PLAIN', answerControl.text({ round: round.id, option: 'a' })).body, JSON.stringify({ type: 'event_callback', event: { type: 'app_uninstalled' }, event_id: 'Ev1' })]
  for (const body of bodies) {
    const right = signed(body).headers
    const { 'x-slack-signature': signature = '', 'x-slack-request-timestamp': at = '' } = right
    const type = { 'content-type': body.startsWith('{') ? 'application/json' : form }
    // A moment that is too far ahead is so for another minute.
    const forged: readonly Record<string, string>[] = [
      {}, { 'x-slack-request-timestamp': at }, { 'x-slack-signature': signature },
      sign('another secret', body), sign('', body), sign(secret, `${body} `), sign(secret, ''),
      sign(secret, body, seconds() - 301), sign(secret, body, seconds() - 86_400), sign(secret, body, seconds() + 360), sign(secret, body, seconds() + 3_600), sign(secret, body, 0),
      { ...right, 'x-slack-signature': signature.toUpperCase() }, { ...right, 'x-slack-signature': signature.slice(3) }, { ...right, 'x-slack-signature': signature.replace('v0', 'v1') }, { ...right, 'x-slack-signature': '' },
      { ...right, 'x-slack-signature': `${signature},${signature}` }, { ...right, 'x-slack-signature': `v0=${'0'.repeat(64)}` }, { ...right, 'x-slack-signature': 'ü'.repeat(34) }, { ...right, 'x-slack-signature': 'x'.repeat(8_000) },
      { ...right, 'x-slack-request-timestamp': `${at}.0` }, { ...right, 'x-slack-request-timestamp': '' }, { ...right, 'x-slack-request-timestamp': 'NaN' }, { ...right, 'x-slack-request-timestamp': `-${at}` }, { ...right, 'x-slack-request-timestamp': '9'.repeat(400) },
      { ...right, 'x-slack-request-timestamp': String(Number(at) + 1) }, { ...right, 'x-slack-request-timestamp': `0${at}` }, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    ]
    for (const headers of forged) {
      const given = { ...headers, ...type }
      expect({ given, ...(await post({ body, headers: { ...given } })) }).toEqual({ given, status: 401, body: '' })
    }
  }
  expect(house.watch.look()).toBe(before)
})

test.each([
  ['another content type', { 'content-type': 'text/plain' }, (body: string) => body],
  ['no known content type', { 'content-type': 'multipart/form-data; boundary=x' }, (body: string) => body],
  ['JSON where a form is', { 'content-type': 'application/json' }, (body: string) => body],
  ['no content', { 'content-type': form }, () => ''],
  ['a payload that is no JSON', { 'content-type': form }, () => 'payload=%7B%22type%22'],
  ['a payload that is no object', { 'content-type': form }, () => 'payload=null'],
  ['two payloads', { 'content-type': form }, () => 'payload=%7B%7D&payload=%7B%7D'],
  ['bytes that are no text', { 'content-type': form }, () => 'payload=%FF%FE%00'],
  ['a thousand fields', { 'content-type': form }, () => Array.from({ length: 3_000 }, (_, index) => `a${index}=1`).join('&')],
  ['deep JSON', { 'content-type': 'application/json' }, () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['more than anybody sends', { 'content-type': 'application/json' }, () => JSON.stringify({ text: 'x'.repeat(1_100_000) })],
])('a signed request of another kind changes nothing: %s', async (_, type, bodyOf) => {
  const { house, post, commandBody, command } = await openDoor()
  house.forgive((message) => /^An (?:unhandled error occurred while Bolt processed|incoming event was not acknowledged)|^Failed to parse|^Malformed/u.test(message))
  const before = house.watch.look()
  const body = bodyOf(commandBody('U0BOSS', 'setup 09:00 UTC daily'))
  const { status, body: said } = await post({ body, headers: { ...sign(secret, body), ...type } })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(said).not.toMatch(/Error|node_modules| at /u)
  expect(house.watch.look()).toBe(before)
  expect((await post(command('U2PLAIN', 'help'))).status).toBe(200)
})

/** What a request can change. */
const kept = ({ answers, quizzes }: Seen) => [[...answers], [...quizzes].map(([, { settings, extras }]) => [settings, extras])]

test('a request that comes again, signed as it was, is taken once', async () => {
  const { house, slack, post, command, press, openRound } = await openDoor()
  const round = await openRound('at-close')
  const [first, second] = ['a', 'b'].map((option) => press('U2PLAIN', answerControl.text({ round: round.id, option })))
  const now = command('U0BOSS', 'now')
  const pause = command('U0BOSS', 'pause')
  const all = [first, second, now, pause, command('U0BOSS', 'resume')].filter((sent) => sent !== undefined)
  for (const sent of all) {
    house.tickOver()
    expect((await post(sent)).status).toBe(200)
  }
  const before = house.watch.look()
  const posts = slack.messages('C0STUDY').length
  for (const sent of [...all, ...all, now, pause, first].filter((each) => each !== undefined)) {
    house.tickOver()
    await post(sent)
  }
  await house.wait(1)
  expect(kept(house.watch.look())).toEqual(kept(before))
  expect(slack.messages('C0STUDY').length).toBeLessThanOrEqual(posts + 1)
})

test('it is taken once also by a process that was started in between', async () => {
  const { house, post, command, press, restart, openRound } = await openDoor()
  const round = await openRound('at-close')
  const answer = (option: string) => press('U2PLAIN', answerControl.text({ round: round.id, option }))
  const all = [answer('a'), command('U0BOSS', 'now'), command('U0BOSS', 'pause'), command('U0BOSS', 'resume')]
  for (const sent of all) {
    house.tickOver()
    expect((await post(sent)).status).toBe(200)
  }
  house.tickOver()
  // Made at a later moment than the first.
  expect((await post(answer('b'))).status).toBe(200)
  await house.wait(1)
  const before = house.watch.look()
  await restart()
  for (const sent of all) {
    house.tickOver()
    await post(sent)
  }
  await house.wait(1)
  expect(kept(house.watch.look())).toEqual(kept(before))
})
