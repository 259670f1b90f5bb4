// What /metrics says of a morning on Slack and Discord, and that the dashboard and the alerts ask for nothing else.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { courseOf } from '../fakes/course-of.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { freePort } from '../fakes/free-port.ts'
import { until } from '../fakes/until.ts'
import { isQuestion, lettersOf } from './discord-town.ts'
import { due, openBoth } from './both-platforms.ts'
import { answer, questionsIn } from './slack-town.ts'

const { questions } = courseOf('tests/courses/house-rules').course

type Sample = { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number }

/** The text format, line by line; fails on a line that is none of it: https://prometheus.io/docs/instrumenting/exposition_formats */
function samplesIn(text: string): readonly Sample[] {
  const types = new Map<string, string>()
  return text.split('\n').flatMap((line): readonly Sample[] => {
    const type = /^# TYPE ([a-z0-9_]+) (counter|gauge|histogram|summary)$/u.exec(line)
    if (type !== null) types.set(String(type[1]), String(type[2]))
    if (line === '' || type !== null || /^# HELP [a-z0-9_]+ \S/u.test(line)) return []
    const [, name = '', labels = '', value = ''] = /^([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*)\})? (-?[\d.e+-]+|[+-]Inf|Na[Nn])$/u.exec(line) ?? []
    if (name === '') throw new Error(`not a line of the text format: ${line}`)
    if (!types.has(name) && !types.has(name.replace(/_(?:bucket|sum|count)$/u, ''))) throw new Error(`no TYPE before ${line}`)
    return [{ name, labels: Object.fromEntries([...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/gu)].map(([, label, of]) => [label, of])), value: Number(value) }]
  })
}

async function openMeasured() {
  const both = await openBoth()
  const port = await freePort()
  await both.start({ HEALTH_PORT: String(port), BACKUP_FOLDER: join(both.folder, 'backups') })
  return {
    ...both,
    saved: () => both.lines.join('').includes('saved a backup'),
    scrape: async () => {
      const samples = samplesIn(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text())
      const value = (name: string, labels: Readonly<Record<string, string>> = {}) =>
        samples.find((sample) => sample.name === name && Object.entries(labels).every(([label, of]) => sample.labels[label] === of))?.value
      return { samples, value }
    },
  }
}

async function morning() {
  const both = await openMeasured()
  await both.wait(due)
  const [slackPost, discordPost] = [questionsIn(both.slack, both.channel)[0], both.discord.world.messagesIn(both.place).find(isQuestion)]
  if (slackPost === undefined || discordPost === undefined) throw new Error('nothing was posted')
  await answer(both.slack, both.boss, slackPost, questions, true)
  const { right: [letter = '', another], values } = lettersOf(discordText(discordPost), questions)
  const { people } = both.discord
  await people.seen(another === undefined ? people.press(both.ben, discordPost, letter) : people.choose(both.ben, discordPost, values))
  // Beside all else, in a thread of its own.
  await until(both.saved, 'the backup')
  // People see a reply before the request that brought it is over and counted.
  await until(async () => (await both.scrape()).value('studyhall_platform_requests_total', { platform: 'slack', method: 'response_url', code: '200' }) === 1, 'the count of the reply')
  return both
}

test('a morning is counted, by platform, and nobody is named', async () => {
  const both = await morning()
  const { samples, value } = await both.scrape()
  for (const platform of ['slack', 'discord']) {
    expect(value('studyhall_rounds_due_total', { platform })).toBe(1)
    expect(value('studyhall_rounds_total', { platform, outcome: 'posted' })).toBe(1)
    expect(value('studyhall_rounds_total', { platform, outcome: 'failed', reason: 'refused' })).toBe(0)
    expect(value('studyhall_round_delay_seconds_count', { platform })).toBe(1)
    expect(value('studyhall_answers_total', { platform, verdict: 'right' })).toBe(1)
    expect(value('studyhall_acknowledgement_seconds_count', { platform, kind: 'press' })).toBe(1)
    expect(value('studyhall_platform_connected', { platform })).toBe(1)
  }
  expect(value('studyhall_platform_requests_total', { platform: 'slack', method: 'chat.postMessage', code: 'ok' })).toBeGreaterThan(0)
  expect(value('studyhall_platform_requests_total', { platform: 'slack', method: 'response_url', code: '200' })).toBe(1)
  expect(value('studyhall_platform_requests_total', { platform: 'discord', method: 'POST /channels/:id/messages', code: '200' })).toBeGreaterThan(0)
  expect(value('studyhall_oldest_due_seconds')).toBe(0)
  expect(value('studyhall_quizzes', { state: 'active' })).toBe(2)
  expect(value('studyhall_ledger_commit_seconds_count')).toBeGreaterThan(0)
  expect(value('studyhall_ledger_last_commit_timestamp_seconds')).toBeGreaterThan(0)
  expect(value('studyhall_backup_last_success_timestamp_seconds')).toBeGreaterThan(0)
  expect(value('studyhall_build_info', { course: 'house-rules' })).toBe(1)
  expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  const values = samples.filter(({ name }) => name.startsWith('studyhall_')).flatMap(({ labels }) => Object.values(labels)).join('\n')
  for (const id of [both.channel, both.boss, both.guild.id, both.place.id, both.ben.id, 'ben', 'Ada', both.slack.world.botToken]) expect(values).not.toContain(id)
  expect(values).not.toMatch(/\d{6}/u)
})

test('a post that the platform refuses is counted with the reason', async () => {
  const both = await openMeasured()
  both.slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' }, Infinity)
  await both.wait(due)
  const failed = { platform: 'slack', outcome: 'failed', reason: 'refused' }
  await until(async () => (await both.scrape()).value('studyhall_rounds_total', failed) === 1, 'the count of the refusal')
  const { value } = await both.scrape()
  expect(value('studyhall_platform_requests_total', { platform: 'slack', method: 'chat.postMessage', code: 'restricted_action' })).toBeGreaterThan(0)
})

test('the dashboard and the alerts ask only for what there is', async () => {
  const both = await morning()
  const { samples } = await both.scrape()
  const names = new Set(samples.map(({ name }) => name))
  const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../../data/operating', file), 'utf8')
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as { readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[]; readonly __inputs: readonly { readonly name: string }[] }
  const alerts = parse(read('alerts.yml')) as { readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[] }
  const queries = [...dashboard.panels.flatMap(({ targets = [] }) => targets), ...alerts.groups.flatMap(({ rules }) => rules)].map(({ expr }) => expr)
  const asked = new Set(queries.flatMap((expr) => [...expr.matchAll(/\b(?:studyhall|nodejs|process)_[a-z0-9_]+/gu)].map(([name]) => name)))
  expect(asked.size).toBeGreaterThan(20)
  expect([...asked].filter((name) => !names.has(name))).toEqual([])
  expect(dashboard.__inputs.map(({ name }) => name)).toEqual(['DS_PROMETHEUS'])
  // Each of our own is shown, or watched.
  expect([...names].filter((name) => name.startsWith('studyhall_') && !/_(?:bucket|sum|count)$/u.test(name) && !asked.has(name))).toEqual([])
})
