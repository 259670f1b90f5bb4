// What a collector of OpenTelemetry hears of a day on Slack and Discord, and what the bot does while it's away.
import { expect, test } from 'vitest'
import { startCollector, type TracedSpan } from '../fakes/collector.ts'
import { courseOf } from '../fakes/course-of.ts'
import { refused } from '../fakes/discord/faults.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { freePort } from '../fakes/free-port.ts'
import { until } from '../fakes/until.ts'
import { isQuestion, lettersOf } from './discord-town.ts'
import { due, openBoth } from './both-platforms.ts'
import { answer, questionsIn } from './slack-town.ts'

const { questions } = courseOf('tests/courses/house-rules').course

async function openTraced(more: Record<string, string>) {
  const both = await openBoth()
  await both.start(more)
  return both
}

type Both = Awaited<ReturnType<typeof openTraced>>

const crowd = ['Cleo', 'Dora', 'Emil', 'Finn', 'Gwen', 'Hugo'] as const

/** Everybody on Slack presses at the same time, and Ben on Discord. */
async function answerAll({ slack, discord, channel, boss, place, ben }: Both) {
  const [slackPost, discordPost] = [questionsIn(slack, channel)[0], discord.world.messagesIn(place).find(isQuestion)]
  if (slackPost === undefined || discordPost === undefined) throw new Error('nothing was posted')
  const people = [boss, ...crowd.map((name) => slack.addUser(`U0${name.toUpperCase()}`, name).id)]
  const before = people.map((user) => slack.whispers(user).length)
  await Promise.all(people.map((user) => answer(slack, user, slackPost, questions, true)))
  const { right: [letter = '', another], values } = lettersOf(discordText(discordPost), questions)
  await discord.people.seen(another === undefined ? discord.people.press(ben, discordPost, letter) : discord.people.choose(ben, discordPost, values))
  await until(() => people.every((user, at) => slack.whispers(user).length > (before[at] ?? 0)), 'a reply to everybody')
  return people
}

const named = (spans: readonly TracedSpan[], name: string) => spans.filter((span) => span.name === name)

test('a day is traced: each press with its own parts, and each step of a round', async () => {
  const collector = await startCollector()
  const both = await openTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'our-bot', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=a%20test' })
  await both.wait(due)
  const people = await answerAll(both)
  await both.slack.command(both.boss, both.channel, 'zzz-a-secret-word')
  await both.wait('2026-11-24T08:00:00Z')
  await both.stop()
  const spans = collector.spans()
  expect(new Set(collector.requests.map(({ path }) => path))).toEqual(new Set(['/v1/traces']))
  expect(collector.resource()).toMatchObject({ 'service.name': 'our-bot', 'deployment.environment.name': 'a test' })

  const presses = named(spans, 'slack press')
  expect(presses).toHaveLength(people.length)
  for (const press of [...presses, ...named(spans, 'discord press')]) {
    expect([press.parent, press.attributes['studyhall.action'], press.attributes['studyhall.outcome'], press.failed]).toEqual([undefined, 'answer', 'answered', false])
    const parts = spans.filter(({ traceId, spanId }) => traceId === press.traceId && spanId !== press.spanId)
    expect(parts.map(({ parent }) => parent)).toEqual(parts.map(() => press.spanId))
    // Its own, though one commit may serve them all.
    expect(named(parts, 'acknowledge')).toHaveLength(1)
    expect(named(parts, 'ledger commit').length).toBeGreaterThan(0)
    expect(parts.filter(({ name }) => /^(?:slack response_url|discord (?:POST|PATCH) .*)$/u.test(name))).toHaveLength(1)
    for (const part of parts) expect(part.began).toBeGreaterThanOrEqual(press.began - 1)
  }
  expect(named(spans, 'discord press')).toHaveLength(1)
  expect(new Set(presses.map(({ traceId }) => traceId)).size).toBe(people.length)
  expect(named(spans, 'slack command')[0]?.attributes).toMatchObject({ 'studyhall.action': 'unknown', 'studyhall.outcome': 'refused' })

  for (const platform of ['slack', 'discord']) {
    const first = named(spans, 'round claim').find(({ attributes }) => attributes['studyhall.platform'] === platform)
    const steps = spans.filter(({ attributes }) => attributes['studyhall.round'] === first?.attributes['studyhall.round']).toSorted((one, other) => one.began - other.began)
    expect(steps.map(({ name }) => name)).toEqual(['round claim', 'round post', 'round close', 'round redraw'])
    const [, post, , redraw] = steps
    expect(post?.attributes).toMatchObject({ 'studyhall.outcome': 'posted', 'studyhall.due': '2026-11-23T08:00:00.000Z', 'studyhall.delay_ms': 0 })
    const within = (step: TracedSpan | undefined) => spans.filter(({ parent }) => parent === step?.spanId).map(({ name }) => name)
    expect(within(post)).toEqual(expect.arrayContaining(['ledger commit', platform === 'slack' ? 'slack chat.postMessage' : 'discord POST /channels/:id/messages']))
    expect(within(redraw)).toEqual(expect.arrayContaining(['ledger commit', platform === 'slack' ? 'slack chat.update' : 'discord PATCH /channels/:id/messages/:id']))
  }

  const said = collector.requests.map(({ body }) => body).join('\n')
  const { slack, discord, channel, guild, place, ben } = both
  const ids = [...people, channel, slack.world.team.id, slack.world.botToken, slack.world.appToken, ben.id, guild.id, place.id, discord.token]
  const words = [...crowd, 'Ada', 'ben', 'zzz', ...questions.flatMap(({ stem, options }) => [stem, ...options.map(({ text }) => text)])]
  expect([...ids, ...words].filter((secret) => said.includes(secret))).toEqual([])
})

test('what a platform refuses is a fault of the step and of the request', async () => {
  const collector = await startCollector()
  const both = await openTraced({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/elsewhere` })
  both.slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' }, Infinity)
  await both.wait(due)
  await both.stop()
  expect(collector.requests[0]?.path).toBe('/elsewhere')
  const spans = collector.spans()
  const post = named(spans, 'round post').find(({ attributes }) => attributes['studyhall.platform'] === 'slack')
  expect(post).toMatchObject({ failed: true, attributes: { 'studyhall.outcome': 'failed', 'studyhall.reason': 'refused', 'error.type': 'refused' } })
  expect(spans.find(({ parent, name }) => parent === post?.spanId && name === 'slack chat.postMessage')).toMatchObject({ failed: true, attributes: { 'studyhall.code': 'restricted_action' } })
})

test('a reply that nobody sees is a fault of what was done', async () => {
  const collector = await startCollector()
  const both = await openTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  both.slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' }, Infinity)
  both.slack.fail('views.publish', { kind: 'error', error: 'not_enabled' }, Infinity)
  both.discord.faults.plan('POST', /\/callback$/u, refused(404, 10062, 'Unknown interaction'), Infinity)
  await both.slack.say(both.boss, `D${both.boss}`, 'help')
  await both.slack.openHome(both.boss)
  both.discord.people.command(both.ben, both.place, '/study help')
  await until(() => ['could not show a reply', 'could not show the Home tab', 'could not answer an interaction'].every((said) => both.lines.join('').includes(said)), 'the lines about the replies')
  await both.stop()
  for (const name of ['slack written', 'slack home', 'discord command']) {
    expect(named(collector.spans(), name)).toEqual([expect.objectContaining({ failed: true, attributes: expect.objectContaining({ 'studyhall.outcome': 'answered', 'error.type': 'not_shown' }) })])
  }
})

test.each<readonly [string, () => Promise<string>, string | null]>([
  ['is away', async () => `http://127.0.0.1:${await freePort()}`, null],
  ['never answers', async () => (await startCollector(() => undefined)).url, null],
  ['answers rubbish', async () => (await startCollector((response) => void response.writeHead(200).end('<html>{{'))).url, null],
  ['refuses', async () => (await startCollector((response) => void response.writeHead(403).end('secret words'))).url, '403'],
])('a collector that %s disturbs nobody, also not at the stop', async (_, url, why) => {
  const both = await openTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: await url() })
  await both.wait(due)
  await answerAll(both)
  // One that waited for the collector would never end.
  await both.stop()
  expect(both.lines.join('')).not.toContain('secret words')
  expect(both.lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
  const told = both.lines.filter((line) => line.includes('could not send traces'))
  expect(told.length).toBeLessThan(2)
  // Where it is tried again, that takes longer than this.
  expect(why === null || told[0]?.includes(`"why":"${why}"`)).toBe(true)
})
